import type { Administration, Unit } from '@brobygger/domain/codes'
import type { Municipality } from '@brobygger/domain/organisation'
import { processId } from '@brobygger/domain/processes'
import { leaderOf } from '@brobygger/domain/tasks'
import { numbersOf, type Vault } from '@brobygger/vault'
import { failpoint } from '../failpoints.js'
import type { Ports } from '../ports/index.js'
import { orFailure } from './to-application-failure.js'
import type { KnownAt, OrdinaryActivities } from './types.js'

interface Parts {
  readonly administration: Administration
  readonly practice: boolean
  readonly municipality: Pick<Municipality, 'caseIndex' | 'leaders'>
  readonly ports: Pick<Ports, 'caseIndex'>
  readonly vault: { readonly persons: Pick<Vault['persons'], 'ofCase' | 'search'> }
}

/** The key under which the index knows a case: its process's id. */
export const indexKeyOf = (caseId: string): string => processId({ kind: 'concern', caseId })

/** What the case index is told and asked. The child's number is read from the vault here, and goes nowhere else. */
export function caseIndexActivities(
  parts: Parts,
): Pick<OrdinaryActivities, 'keepInCaseIndex' | 'searchCaseIndex'> {
  const { administration, practice, municipality, ports, vault } = parts
  const numberOf = async (caseId: string) =>
    numbersOf(await vault.persons.ofCase({ administration, caseId }), 'child').at(-1)?.cprNumber
  return {
    keepInCaseIndex: ({ case: caseId, status, at }) =>
      orFailure(async () => {
        const key = indexKeyOf(caseId)
        if (status === 'removed') {
          await ports.caseIndex.remove({ key, caseId })
          return { indexed: true }
        }
        const cprNumber = await numberOf(caseId)
        if (cprNumber === undefined) return { indexed: false }
        const kept = await ports.caseIndex.keep({ key, caseId, cprNumber, status, at })
        failpoint('after-case-indexed')
        return kept
      }, 'askAgain'),
    searchCaseIndex: ({ case: caseId }) =>
      orFailure(async () => {
        const cprNumber = await numberOf(caseId)
        if (cprNumber === undefined) return { known: [] }
        // What our own vault knows was found at identification, and told with whom to ask.
        const ours = await vault.persons.search({ as: administration, number: cprNumber, practice })
        const except = [...new Set([caseId, ...ours.map(match => match.caseId)])].map(indexKeyOf)
        const found = await ports.caseIndex.search({ cprNumber, caseId, purpose: 'identify', except })
        return { known: distinct(found.map(({ unit }) => whomToAsk(municipality, unit))) }
      }, 'askAgain'),
  }
}

/** The leader of the unit that has the case; of one that is not among ours the family group's, who knows the authority. */
function whomToAsk({ caseIndex, leaders }: Parts['municipality'], id: string | null): KnownAt {
  const units = Object.entries(caseIndex?.units ?? {}) as [Unit, string][]
  const unit = units.find(([, known]) => known === id)?.[0] ?? 'family-group'
  return { contact: leaders[leaderOf[unit]], unit }
}

const distinct = (all: readonly KnownAt[]): readonly KnownAt[] =>
  all.filter(
    (one, i) => all.findIndex(({ contact, unit }) => contact === one.contact && unit === one.unit) === i,
  )
