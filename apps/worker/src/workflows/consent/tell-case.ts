import type { ConsentStatus, InformationKind } from '@brobygger/domain/codes'
import type { ConsentInput } from '@brobygger/domain/messages'
import { tell } from '../kit/index.js'
import type { Consent } from './way.js'

/** Tells the case where the consent stands, before anybody gets an answer. */
export async function tellCase(
  course: Consent,
  { input, status, kinds }: { input: ConsentInput; status: ConsentStatus; kinds: InformationKind[] },
): Promise<void> {
  const { purpose, to, consent } = input
  course.facts.told = status
  const oral = course.facts.answers.some(answer => answer.oral)
  const message = { consent, status, purpose, to, kinds, ...(oral ? { oral } : {}) }
  await tell(course, { process: `concern-${course.caseId}`, update: 'consentAnswered', message })
}
