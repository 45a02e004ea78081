import { call } from './http.js'
import type { Operation } from './openapi.js'

/** Everybody who asks: one for each role, colleagues, and people of another institution. */
export const people = [
  'sw-anna',
  'sw-bo',
  'tl-eva',
  'r-101001',
  'r-101002',
  'nl-101001',
  'nl-101002',
  'hv-mia',
  'fg-gitte',
  'fg-hans',
  'fl-ida',
  'do-jens',
  'fh-karen',
  'hl-olga',
  'dpo-nina',
  'op-ole',
] as const
export type PersonId = (typeof people)[number]

export const reads = [
  'getCase',
  'listEvents',
  'getResponsible',
  'getProcess',
  'getTask',
  'getDocument',
  'getHandover',
]
export const steers = [
  'pause',
  'resume',
  'handOver',
  'closeCase',
  'reopenCase',
  'pauseProcess',
  'resumeProcess',
  'handOverProcess',
  'closeProcess',
  'reopenProcess',
  'assignTask',
  'recomputeDeadline',
  'fastForward',
]
export const duty = ['escalate', 'declareConflict', 'escalateProcess', 'declareConflictInProcess']
export const answers = ['completeTask', 'saveDraft']
export const entries = ['addNote', 'addDocument', 'correctEntry']
/** How the rules refuse. */
const refusals = ['access-denied', 'case-unknown', 'case-restricted', 'conflict-of-interest']

/** Whether the rules let somebody in: what changes something is asked with a body that nothing accepts. */
async function isLetIn(operation: Operation, address: string, as: string): Promise<boolean> {
  const body = operation.method === 'GET' ? undefined : { nothingTakesThis: true }
  const answer = await call(operation.method, address, as, body)
  return !refusals.includes(String(answer.body['code']))
}

/** An operation at an address, whom it is asked as, and who may. */
export interface Question {
  readonly operation: Operation
  readonly address: string
  readonly everybody: readonly PersonId[]
  readonly may: (as: PersonId) => boolean
}

/** Asks as everybody; gives whose answer is not what is expected. */
export async function wrongAnswers({ operation, address, everybody, may }: Question): Promise<string[]> {
  const wrong: string[] = []
  for (const as of everybody) {
    const does = await isLetIn(operation, address, as)
    if (does !== may(as)) wrong.push(`${as} ${does ? 'may' : 'may not'} ${operation.id}`)
  }
  return wrong
}
