import { activityInfo } from '@temporalio/activity'
import { PortError, type LetterRecipient, type Ports } from '../ports/index.js'
import { toApplicationFailure } from './to-application-failure.js'
import { failpoint } from '../failpoints.js'
import { Breaker } from './breaker.js'
import type { Letter, LettersRequest, OrdinaryActivities, SentLetter } from './types.js'

/** The activities that talk to registries and services outside. */
export function outwardActivities(
  ports: Ports,
): Pick<OrdinaryActivities, 'sendLetters' | 'checkInstitution' | 'openFamilyCase'> {
  const letters = new Breaker()
  const register = new Breaker()
  return {
    sendLetters: request =>
      quickly(letters, () => Promise.all(request.letters.map(letter => send(ports, request, letter)))),
    checkInstitution: ({ institution }) =>
      quickly(register, async () => {
        try {
          return { status: (await ports.institutionRegister.find({ institutionId: institution })).status }
        } catch (error) {
          if (error instanceof PortError && error.code === 'not-found') return { status: 'unknown' as const }
          throw error
        }
      }),
    openFamilyCase: ({ key, caseId, offer, at }) =>
      orFailure(async () => {
        const opened = await ports.familyCaseSystem.open({ key, caseId, offerId: offer, at })
        failpoint('after-family-case')
        return opened
      }),
  }
}

/** One letter; refused for good is an answer too, because the others must still go. */
async function send(ports: Ports, { caseId, at }: LettersRequest, letter: Letter): Promise<SentLetter> {
  const { effect, kind, to: role, person, number } = letter
  const to: LetterRecipient = person === null ? { role } : { role, person }
  try {
    const { letterId, status } = await ports.letters.send({
      key: effect,
      kind,
      to,
      caseId,
      at,
      ...(number === undefined ? {} : { number }),
    })
    failpoint('after-letter')
    return { effect, letter: letterId, status }
  } catch (error) {
    if (error instanceof PortError && !error.retryable) return { effect, letter: null, status: 'refused' }
    throw error
  }
}

/** Inside a workflow task somebody waits: a service that is down is then not waited for. */
function quickly<T>(breaker: Breaker, call: () => Promise<T>): Promise<T> {
  return orFailure(() => (activityInfo().isLocal ? breaker.call(call) : call()))
}

async function orFailure<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toApplicationFailure(error)
  }
}
