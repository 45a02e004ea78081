import {
  consentForm,
  consentPurpose,
  consentStatus,
  custodyBasis,
  giverRole,
  informationKind,
  unit,
} from '@brobygger/domain/codes'
import { z } from 'zod'
import { consentId, processId } from '../ids.js'
import { at, date, owned, textRef } from './common.js'
import { deadlineShape } from './deadline.js'

/** Where one giver of a consent stands. */
const answer = z
  .object({
    giver: giverRole,
    custody: custodyBasis,
    status: z.enum(['awaited', 'given', 'refused', 'withdrawn']),
    form: consentForm.nullable(),
    kinds: z.array(informationKind),
    answeredAt: at.nullable(),
    remindedAt: at.nullable(),
    sealedRef: textRef
      .nullable()
      .meta({ description: 'What the signature reveals; opened at identification' }),
    textRef: textRef.nullable(),
  })
  .meta({ id: 'ConsentAnswer' })

/** A consent: what was asked for, and where it stands. */
export const consentShape = z
  .object({
    ...owned,
    id: consentId,
    process: processId,
    purpose: consentPurpose,
    from: unit,
    to: unit,
    kinds: z.array(informationKind),
    coveredKinds: z
      .array(informationKind)
      .meta({ description: 'What it covers now; empty until it is given' }),
    status: consentStatus,
    textVersion: z.string(),
    language: z.string(),
    interpreter: z.boolean(),
    reviewOn: date.nullable(),
    textRef: textRef.nullable(),
    requestedAt: at,
    deliveredAt: at.nullable(),
    decidedAt: at.nullable(),
    flagged: z
      .enum(['custodyChanged'])
      .nullable()
      .meta({ description: 'Why it carries nothing more, although it was given' }),
    answers: z.array(answer).readonly(),
    deadline: deadlineShape.nullable(),
  })
  .meta({ id: 'Consent' })
