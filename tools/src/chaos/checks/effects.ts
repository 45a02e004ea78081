import { caseIn } from '@brobygger/domain/processes'
import type { PlayedCase } from '../played-case.js'
import type { CaseEvent, Effect } from '../shapes.js'

/** What the world outside has seen of the cases. */
export interface Ledgers {
  readonly mail: readonly Effect[]
  readonly digitalPost: readonly Effect[]
  readonly familySystem: readonly Effect[]
  readonly caseIndex: readonly Effect[]
}

/** What a service did, as the log has it and as the service has it. */
interface Pair {
  readonly logged: ReadonlyMap<string, unknown>
  readonly done: ReadonlyMap<string, unknown>
}

/** The simulators did what the log says, nothing else and nothing twice. */
export function checkEffects(cases: readonly PlayedCase[], ledgers: Ledgers): string[] {
  const ours = new Set(cases.map(({ caseId }) => caseId))
  const events = cases.flatMap(played => played.events)
  const ofOurs = (effects: readonly Effect[]) =>
    effects.filter(({ request }) => ours.has(String(request['caseId'])))
  // A mail knows no case; its key is the process's.
  const mail = ledgers.mail.filter(({ key }) => ours.has(caseIn(key)))
  const post = ofOurs(ledgers.digitalPost)
  const letters = [...mail.map(({ answer }) => answer['letterId']), ...post.map(({ key }) => key)].map(String)
  return [
    ...compare('letter', {
      logged: new Map(events.flatMap(letterOf)),
      done: new Map(letters.map(letter => [letter, letter])),
    }),
    ...compare('case number', {
      logged: new Map(events.flatMap(caseNumberOf)),
      done: new Map(
        ofOurs(ledgers.familySystem).map(({ request, answer }) => [
          String(request['offerId']),
          answer['caseNumber'],
        ]),
      ),
    }),
    ...compare('case index', {
      logged: new Map(events.flatMap(indexedAs)),
      done: new Map(
        ofOurs(ledgers.caseIndex)
          .map(stateOf)
          .map(state => [state, state]),
      ),
    }),
    ...doubled('case index', ofOurs(ledgers.caseIndex).map(stateOf)),
    ...doubled('letter', letters),
    ...doubled(
      'case opened for',
      ofOurs(ledgers.familySystem).map(({ request }) => String(request['offerId'])),
    ),
  ]
}

function compare(what: string, { logged, done }: Pair): string[] {
  const keys = [...new Set([...logged.keys(), ...done.keys()])]
  return keys.flatMap(key =>
    logged.get(key) === done.get(key)
      ? []
      : [`${what} ${key}: the log has ${text(logged.get(key))}, the service has ${text(done.get(key))}`],
  )
}

const text = (value: unknown) => (typeof value === 'string' ? value : 'none')

function letterOf({ body }: CaseEvent): [string, unknown][] {
  // What somebody hands over has been in no system.
  return body.type === 'letterSent' && !body.letter?.startsWith('hand-')
    ? [[body.letter ?? body.effect, body.letter]]
    : []
}

function caseNumberOf({ body }: CaseEvent): [string, unknown][] {
  return body.type === 'caseNumberAssigned' ? [[body.offer, body.caseNumber]] : []
}

/** What the index was told of a case: its words for open and closed. */
const progress = { open: 'Opstaaet', closed: 'Afsluttet' } as const

function indexedAs({ caseId, body }: CaseEvent): [string, unknown][] {
  if (body.type !== 'caseIndexed' || body.status === 'removed') return []
  const state = `${caseId} ${progress[body.status]}`
  return [[state, state]]
}

const stateOf = ({ request }: Effect): string => `${String(request['caseId'])} ${String(request['progress'])}`

function doubled(what: string, keys: readonly string[]): string[] {
  return keys.flatMap((key, i) => (keys.indexOf(key) === i ? [] : [`${what} ${key} came twice`]))
}
