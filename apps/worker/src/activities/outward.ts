import { PortError, type LetterRecipient, type Ports } from '../ports/index.js'
import { toApplicationFailure } from '../adapters/index.js'
import type { Letter, LettersRequest, OrdinaryActivities } from './types.js'

/** The activities that talk to registries and services outside. */
export function outwardActivities(
  ports: Ports,
): Pick<OrdinaryActivities, 'sendLetters' | 'checkInstitution' | 'openFamilyCase'> {
  return {
    sendLetters: request => Promise.all(request.letters.map(letter => send(ports, request, letter))),
    checkInstitution: ({ institution }) =>
      orFailure(async () => {
        try {
          return { status: (await ports.institutionRegister.find({ institutionId: institution })).status }
        } catch (error) {
          if (error instanceof PortError && error.code === 'not-found') return { status: 'unknown' as const }
          throw error
        }
      }),
    openFamilyCase: ({ key, caseId, offer, at }) =>
      orFailure(() => ports.familyCaseSystem.open({ key, caseId, offerId: offer, at })),
  }
}

/** One letter; refused for good is an answer too, because the others must still go. */
async function send(
  ports: Ports,
  { caseId, at }: LettersRequest,
  letter: Letter,
): Promise<{ effect: string; letter: string | null }> {
  const { effect, kind, to: role, person } = letter
  const to: LetterRecipient = person === null ? { role } : { role, person }
  return orFailure(async () => {
    try {
      const { letterId } = await ports.letters.send({ key: effect, kind, to, caseId, at })
      return { effect, letter: letterId }
    } catch (error) {
      if (error instanceof PortError && !error.retryable) return { effect, letter: null }
      throw error
    }
  })
}

async function orFailure<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toApplicationFailure(error)
  }
}
