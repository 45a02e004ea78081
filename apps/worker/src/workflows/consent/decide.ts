import type { ConsentStatus, InformationKind } from '@brobygger/domain/codes'
import type { ConsentInput } from '@brobygger/domain/messages'
import { tell } from '../kit/index.js'
import type { Consent, ConsentWay } from './way.js'

/** Settles where the consent stands and tells the case, before anybody gets an answer. */
export async function decide(
  course: Consent,
  { input, status, kinds }: { input: ConsentInput; status: ConsentStatus; kinds: InformationKind[] },
): Promise<ConsentWay> {
  const { purpose, to, consent } = input
  course.facts.status = status
  course.facts.told = status
  course.journal.emit({ type: 'consentDecided', consent, status, kinds })
  if (status === 'withdrawn') {
    course.post.send({ kind: 'consentWithdrawn', to: 'socialWorker', person: course.people.socialWorker })
    course.post.send({
      kind: 'consentWithdrawn',
      to: 'familyGroupLeader',
      person: course.people.familyGroupLeader,
    })
  }
  const message = { consent, status, purpose, to, kinds }
  await tell(course, { process: `concern-${course.caseId}`, update: 'consentAnswered', message })
  return { next: status === 'given' || status === 'partial' ? 'inForce' : 'ended' }
}
