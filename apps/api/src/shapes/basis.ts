import { administration, disclosureBasis, identityRelation, unit } from '@brobygger/domain/codes'
import { z } from 'zod'
import { caseId, processId } from '../ids.js'
import { at, date, person, textRef } from './common.js'

/** A disclosure without the family's consent: on what ground, to whom, and what its review came to. */
export const basisShape = z
  .object({
    administration,
    id: z.string(),
    process: processId,
    kind: disclosureBasis,
    units: z.array(unit),
    heldOn: date.nullable(),
    followUp: z.boolean(),
    statedAt: at,
    statedBy: person.nullable(),
    textRef,
    reviewedAt: at.nullable(),
    reviewedBy: person.nullable(),
    upheld: z.boolean().nullable(),
    reviewTextRef: textRef.nullable(),
  })
  .meta({ id: 'DisclosureBasis' })

/** That the child, or a sibling, is already known, and whom to ask. Nothing else of the other case is told. */
export const relationShape = z
  .object({ administration, relation: identityRelation, contact: person, unit, foundAt: at })
  .meta({ id: 'IdentityRelation' })

/** A case that was merged into this one. */
export const mergeShape = z
  .object({ administration, merged: caseId, mergedAt: at })
  .meta({ id: 'MergedCase' })
