import { activityInfo } from '@temporalio/activity'
import { PortError, type LetterRecipient, type Ports } from '../ports/index.js'
import { thoseAtOnce } from './those-at-once.js'
import { orFailure } from './to-application-failure.js'
import { failpoint } from '../failpoints.js'
import type { Letter, LettersRequest, OrdinaryActivities, SentLetter } from './types.js'

/** The activities that talk to registries and services outside. */
export function outwardActivities(
  ports: Ports,
): Pick<OrdinaryActivities, 'sendLetters' | 'checkInstitution' | 'openFamilyCase'> {
  return {
    sendLetters: request => {
      const sending = request.letters.map(letter => send(ports, request, letter))
      return orFailure(() => (activityInfo().isLocal ? thoseAtOnce(sending) : Promise.all(sending)))
    },
    checkInstitution: ({ institution }) =>
      orFailure(async () => {
        try {
          return { status: (await ports.institutionRegister.find({ institutionId: institution })).status }
        } catch (error) {
          if (error instanceof PortError && error.code === 'not-found') return { status: 'unknown' as const }
          if (error instanceof PortError && error.code === 'stale') return { status: 'closed' as const }
          throw error
        }
      }),
    openFamilyCase: ({ key, caseId, offer, at }) =>
      orFailure(async () => {
        try {
          const opened = await ports.familyCaseSystem.open({ key, caseId, offerId: offer, at })
          failpoint('after-family-case')
          return opened
        } catch (error) {
          // What the system will not take, a person enters.
          if (error instanceof PortError && !error.retryable) return { caseNumber: null }
          throw error
        }
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
