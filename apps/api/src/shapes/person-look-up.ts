import type { PersonLookUpRow } from '@brobygger/database'
import {
  administration,
  custodyRelation,
  custodyRelations,
  lookUpOutcome,
  lookUpOutcomes,
  lookUpSource,
  lookUpSources,
  personStatus,
  personStatuses,
} from '@brobygger/domain/codes'
import { z } from 'zod'
import { processId } from '../ids.js'
import { at, person, textRef } from './common.js'

/** What looking the child up in the register of persons, or by hand, came to. */
export const personLookUpShape = z
  .object({
    administration,
    process: processId,
    title: z.string().meta({ description: 'What was told, in Danish' }),
    person: z
      .string()
      .nullable()
      .meta({ description: 'The person in the vault; null when looked up by hand' }),
    source: lookUpSource,
    outcome: lookUpOutcome,
    status: personStatus.nullable(),
    isProtected: z.boolean().nullable(),
    custody: z.array(custodyRelation),
    custodyDiffers: z.boolean().meta({ description: 'Custody is not as it was declared with a consent' }),
    hasDigitalPost: z.boolean().nullable(),
    livesHere: z.boolean().nullable(),
    textRef: textRef.nullable().meta({ description: 'The old and the new number' }),
    at,
    by: person.nullable(),
  })
  .meta({ id: 'PersonLookUp' })

/**
 * A look-up with what it says in Danish.
 * @param hides whether whoever looks may not know where the child lives
 */
export function shownLookUp(row: PersonLookUpRow, hides: boolean): z.infer<typeof personLookUpShape> {
  const shown = hides ? { ...row, livesHere: null } : row
  return { ...shown, title: titleOf(shown) }
}

function titleOf(row: PersonLookUpRow): string {
  const source = lookUpSources.labels[row.source].da
  if (row.outcome !== 'found' || row.status === null)
    return `${source}: ${lookUpOutcomes.labels[row.outcome].da}`
  const custody = row.custody.map(code => inSentence(custodyRelations.labels[code].da)).join(' og ')
  const facts = [
    inSentence(personStatuses.labels[row.status].da),
    ...(row.livesHere === null ? [] : [row.livesHere ? 'bor i kommunen' : 'bor i en anden kommune']),
    ...(row.isProtected === true ? ['navn og adresse er beskyttet'] : []),
    ...(custody === ''
      ? []
      : [`forældremyndighed: ${custody}${row.custodyDiffers ? ', ikke som oplyst' : ''}`]),
    ...(row.hasDigitalPost === false ? ['fritaget for Digital Post'] : []),
    ...(row.textRef === null ? [] : ['nummeret er afløst af et nyt']),
  ]
  return `${source}: ${facts.join('; ')}`
}

const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)
