import {
  isInForce,
  type ConsentStatus,
  type InformationKind,
  type Role,
  type Unit,
} from '@brobygger/domain/codes'
import type { ConsentInput } from '@brobygger/domain/messages'
import type { People } from '@brobygger/domain/organisation'
import { patched } from '@temporalio/workflow'
import { withKeys } from '../kit/index.js'
import { tellCase } from './tell-case.js'
import type { Consent, ConsentWay } from './way.js'

/** Settles where the consent stands and tells the case, before anybody gets an answer. */
export async function decide(
  course: Consent,
  { input, status, kinds }: { input: ConsentInput; status: ConsentStatus; kinds: InformationKind[] },
): Promise<ConsentWay> {
  const inForce = isInForce({ status: course.facts.told })
  course.facts.status = status
  course.facts.covered = kinds
  course.journal.emit({ type: 'consentDecided', consent: input.consent, status, kinds })
  if (inForce && !isInForce({ status })) await endSharing(course, { input, why: status })
  if (status === 'withdrawn') tellBothSides(course, { input, inForce })
  await tellCase(course, { input, status, kinds })
  return { next: isInForce({ status }) ? 'inForce' : 'ended' }
}

/** What was granted on the consent is unreadable over there from now on, and nothing more can be granted on it. */
export async function endSharing(
  course: Consent,
  { input, why }: { input: ConsentInput; why: ConsentStatus },
): Promise<void> {
  if (patched('consent-ends-grants'))
    await withKeys(course, keys => keys.revoke({ consent: input.consent, why }))
}

/** A withdrawal is told to both sides by letter; whoever never had the consent hears nothing of the family. */
function tellBothSides(course: Consent, { input, inForce }: { input: ConsentInput; inForce: boolean }): void {
  const { people, post } = course
  post.send({ kind: 'consentWithdrawn', to: 'socialWorker', person: people.socialWorker })
  if (!patched('withdrawal-tells-who-had-it')) {
    post.send({ kind: 'consentWithdrawn', to: 'familyGroupLeader', person: people.familyGroupLeader })
    return
  }
  if (!inForce) return
  for (const unit of [input.from, input.to]) {
    const side = leaderOf[unit]
    const person = side === undefined ? null : people[side]
    if (side !== undefined && person !== null) post.send({ kind: 'consentWithdrawn', to: side, person })
  }
}

/** Who hears of a withdrawal at a unit; early help is the social worker's own. */
const leaderOf: Readonly<Partial<Record<Unit, Role & keyof People>>> = {
  institution: 'institutionLeader',
  'family-group': 'familyGroupLeader',
  'duty-office': 'familyGroupLeader',
  'family-house': 'familyHouseLeader',
}
