import {
  administration,
  ageBand,
  caseAvoided,
  category,
  closureCode,
  giverRole,
  identityDegree,
  informationKind,
  knownToAuthority,
  parentsInformed,
  raiserRole,
  role,
  severity,
  unit,
} from '@brobygger/domain/codes'
import { handingOver, letterReceipt, letterReturn, letterStatuses } from '@brobygger/domain/letters'
import { people } from '@brobygger/domain/organisation'
import { z } from 'zod'
import { caseId, processId } from '../ids.js'
import { textsByRef } from '../storage/texts.js'
import { basisShape, mergeShape, relationShape } from './basis.js'
import { at, date, owned, person, textRef, withheld } from './common.js'
import { consentShape } from './consent.js'
import { deadlineShape } from './deadline.js'
import { handoverSideShape, helpReportShape } from './handover.js'
import { protectionShape } from './protection.js'
import { personLookUpShape } from './person-look-up.js'
import { registryEventShape } from './registry-event.js'
import { taskShape } from './task.js'
import { waitShape } from './wait.js'

/** A case as a list shows it. */
export const caseShape = z
  .object({
    id: caseId,
    process: processId,
    administration,
    practice: z.boolean(),
    institution: z.string().nullable(),
    institutionStatus: z.enum(['open', 'closed', 'merged', 'unknown']).nullable(),
    raisedAt: at.nullable(),
    raisedBy: person.nullable(),
    raiserRole: raiserRole.nullable(),
    ageBand: ageBand.nullable(),
    mainCategory: category.nullable(),
    otherCategories: z.array(category),
    severity: severity.nullable(),
    parentsInformed: parentsInformed.nullable(),
    interpreterLanguage: z.string().nullable(),
    knownToAuthority: knownToAuthority.nullable(),
    acute: z.boolean().nullable(),
    textRef: textRef.nullable(),
    status: z.enum(['open', 'closed']).nullable(),
    degree: identityDegree.nullable(),
    escalatedAt: at.nullable(),
    reopenedAt: at.nullable(),
    closedAt: at.nullable(),
    closureCode: closureCode.nullable(),
    caseAvoided: caseAvoided.nullable(),
    firstHelpOn: date.nullable(),
    closingTextRef: textRef.nullable(),
    mergedInto: caseId.nullable().meta({ description: 'The case that goes on in its place' }),
    responsibleAdministration: administration.nullable(),
    responsibleUnit: unit.nullable(),
    responsiblePerson: person.nullable(),
    step: z.string().nullable(),
    stage: z.string().nullable().meta({ description: 'Number and title of the step, `4 Samtykke`' }),
    paused: z.boolean().nullable(),
    waiting: z.array(waitShape).readonly().meta({ description: 'What the case waits for outside' }),
    people: people.nullable(),
    withheld,
  })
  .meta({ id: 'Case' })

/** One process of a case, and what it waits for. */
export const processShape = z
  .object({
    ...owned,
    id: processId,
    kind: z.string(),
    unit,
    step: z.string().nullable(),
    stage: z.string().nullable(),
    status: z.enum(['open', 'closed']),
    startedAt: at,
    endedAt: at.nullable(),
    outcome: z.string().nullable(),
    paused: z.boolean(),
    people: people.nullable(),
    hiddenFrom: z.array(person).meta({ description: 'Who declared a conflict of interest' }),
    waiting: z.array(waitShape).readonly(),
  })
  .meta({ id: 'Process' })

export const letterShape = z
  .object({
    administration,
    process: processId,
    seq: z.int(),
    kind: z.string(),
    to: role.or(giverRole),
    person: person.nullable(),
    letter: z.string().nullable().meta({ description: 'Its number with the carrier, where it has one' }),
    sentAt: at,
    postedAt: at.nullable().meta({ description: 'When it was put in the post, on paper' }),
    deliveredAt: at.nullable().meta({ description: 'When it was delivered, or counts as that' }),
    returnedAt: at.nullable().meta({ description: 'When the carrier says it could not be' }),
    returnedWhy: letterReturn.nullable(),
    status: letterStatuses.schema.meta({
      description: 'Only a letter that is `delivered` has told anybody anything',
    }),
    receipt: letterReceipt.nullable().meta({
      description: 'What the carrier said when it was sent; null for letters from before this was kept',
    }),
    handedOver: handingOver.nullable().meta({ description: 'How a person handed it over, where one did' }),
    handedOverBy: person.nullable(),
    givenUpAt: at.nullable().meta({ description: 'When somebody said that it cannot be delivered' }),
    givenUpTextRef: textRef.nullable(),
  })
  .meta({ id: 'Letter' })

const noteShape = z
  .object({
    administration,
    id: z.string(),
    textRef,
    writtenAt: at,
    writtenBy: person.nullable(),
    supersedes: z.string().nullable(),
    supersededBy: z.string().nullable(),
  })
  .meta({ id: 'Note' })

const documentShape = z
  .object({
    administration,
    id: z.string(),
    kind: informationKind.or(z.literal('other')),
    mediaType: z.string(),
    bytes: z.int(),
    textRef,
    addedAt: at,
    addedBy: person.nullable(),
    supersededBy: z.string().nullable(),
  })
  .meta({ id: 'Document' })

/** A case with everything that belongs to it. */
export const caseFileShape = caseShape
  .extend({
    protection: protectionShape,
    processes: z.array(processShape).readonly(),
    tasks: z.array(taskShape).readonly(),
    deadlines: z.array(deadlineShape).readonly(),
    consents: z.array(consentShape).readonly(),
    bases: z.array(basisShape).readonly(),
    relations: z.array(relationShape).readonly(),
    merges: z.array(mergeShape).readonly(),
    registryEvents: z.array(registryEventShape).readonly(),
    personLookUps: z.array(personLookUpShape).readonly(),
    handovers: z.array(handoverSideShape).readonly(),
    helpReports: z.array(helpReportShape).readonly(),
    letters: z.array(letterShape).readonly(),
    notes: z.array(noteShape).readonly(),
    documents: z.array(documentShape).readonly(),
    texts: textsByRef,
  })
  .meta({ id: 'CaseFile' })
