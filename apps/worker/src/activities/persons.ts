import type { AccessLog } from '@brobygger/access-log'
import { knownElsewhere, otherCases, type Db } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { LookedUp } from '@brobygger/domain/messages'
import { addDays, localDate } from '@brobygger/domain/policy'
import type { KnownElsewhere } from '@brobygger/domain/tasks'
import { numbersOf, type Person, type Vault } from '@brobygger/vault'
import { z } from 'zod'
import { failpoint } from '../failpoints.js'
import { PortError, type PersonRegister, type RegisteredPerson } from '../ports/index.js'
import { entryOfSearch } from './entry-of-search.js'
import { toApplicationFailure } from './to-application-failure.js'
import type { LookUpRequest, PersonActivities } from './types.js'

/** Why we ask: it stands in the register's own log and in ours. */
const PURPOSE = 'identification'

const numbers = z.object({ oldNumber: z.string(), newNumber: z.string() })

interface Parts {
  readonly administration: Administration
  readonly practice: boolean
  readonly db: Db
  readonly vault: Pick<Vault, 'get' | 'put' | 'persons'>
  readonly register: PersonRegister
  readonly accessLog: Pick<AccessLog, 'write'>
  /** Code of this municipality. */
  readonly municipality: string
}

/** Looks the child of a case up in the register of persons: the worker reads the number, and keeps what is personal. */
export function personActivities(parts: Parts): PersonActivities {
  const { administration, practice, vault, accessLog } = parts
  return {
    lookUpPerson: async request => {
      const told = await lookUp(parts, request)
      failpoint('after-look-up')
      return told
    },
    takeNewNumber: async ({ caseId, key, person, text }) => {
      const { newNumber } = numbers.parse(await vault.get({ ref: text, as: [administration] }))
      const { cases, known } = await elsewhere(parts, { caseId, relation: 'child', number: newNumber })
      const action = 'searchPersons'
      await accessLog.write([
        entryOfSearch({ administration, practice, action, key, cases: [caseId, ...cases] }),
      ])
      await vault.persons.merge({ administration, id: person, cprNumber: newNumber })
      return { known }
    },
  }
}

/** Where somebody is known by a number besides in a case, and whom to ask there. */
export async function elsewhere(
  { administration, practice, db, vault }: Pick<Parts, 'administration' | 'practice' | 'db' | 'vault'>,
  { caseId, relation, number }: { caseId: string; relation: string; number: string },
): Promise<{ cases: string[]; known: KnownElsewhere[] }> {
  const found = await vault.persons.search({ as: administration, number, practice })
  const others = otherCases({ caseId, found: [{ relation, cases: found }] })
  return { cases: others.map(other => other.caseId), known: await knownElsewhere(db, others) }
}

async function lookUp(parts: Parts, { caseId, key, at }: LookUpRequest): Promise<LookedUp | null> {
  const { administration, practice, vault, register, accessLog } = parts
  const persons = await vault.persons.ofCase({ administration, caseId })
  const child = numbersOf(persons, 'child').at(-1)
  if (child === undefined) return null
  const { cprNumber } = child
  const told = await askAbout(() => register.lookUp({ cprNumber, purpose: PURPOSE, caseId }))
  const action = 'lookUpPerson'
  await accessLog.write([entryOfSearch({ administration, practice, action, key, cases: [caseId] })])
  if ('outcome' in told) return { ...nothing, person: child.id, outcome: told.outcome }
  const { name, isProtected, address, status, hasDigitalPost } = told
  const on = addDays(localDate(at), -1)
  // Protection holds before the process hears of it.
  await vault.persons.register({ administration, id: child.id, name, isProtected, address, on })
  const text =
    told.cprNumber === cprNumber ? undefined : await keepNumbers(parts, { caseId, key, cprNumber, told })
  return {
    ...{ person: child.id, source: 'register', outcome: 'found', status, isProtected, hasDigitalPost },
    custody: told.custody.map(({ relation }) => relation),
    isOtherHolder: told.custody.some(holder => isAnother(persons, holder)),
    livesHere: address === null || isProtected ? null : address.municipality === parts.municipality,
    ...(text === undefined ? {} : { text }),
  }
}

/** What the register tells; that it tells nothing of somebody is an answer too. */
async function askAbout(
  call: () => Promise<RegisteredPerson>,
): Promise<RegisteredPerson | { readonly outcome: Exclude<LookedUp['outcome'], 'found'> }> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof PortError && error.code !== 'unavailable') {
      return { outcome: error.code === 'rejected-later' ? 'refused' : error.code }
    }
    throw toApplicationFailure(error)
  }
}

/** The old and the new number are kept apart from the person: which was replaced by which stays on the file. */
function keepNumbers(
  { administration, practice, vault }: Parts,
  args: { caseId: string; key: string; cprNumber: string; told: RegisteredPerson },
): Promise<string> {
  const { caseId, key, cprNumber, told } = args
  return vault.put({
    ...{ administration, caseId, practice, purpose: 'look-up', id: `look-up ${key}` },
    content: { oldNumber: cprNumber, newNumber: told.cprNumber },
  })
}

/** Whether the case has somebody else in that place than the register. */
function isAnother(
  persons: readonly Person[],
  { relation, cprNumber }: RegisteredPerson['custody'][number],
): boolean {
  const known = numbersOf(persons, relation)
  return cprNumber !== null && known.length > 0 && known.every(person => person.cprNumber !== cprNumber)
}

const nothing = {
  source: 'register',
  status: null,
  isProtected: null,
  custody: [],
  isOtherHolder: false,
  hasDigitalPost: null,
  livesHere: null,
} as const satisfies Partial<LookedUp>
