import { isInForce } from '@brobygger/domain/codes'
import type { ConcernInput } from '@brobygger/domain/messages'
import { declinedTask, identifyTask, referralTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { tell } from '../kit/index.js'
import { nextOffer } from './across.js'
import { offerReferral } from './offers.js'
import { basisFor } from './basis.js'
import { meetTheKnown } from './identity.js'
import { lookUpChild } from './look-up.js'
import { bells, type Concern, type ConcernWay } from './way.js'

/** S6: who the child is, and whether custody is as declared. A mismatch asks for consent anew; the register is asked too. */
export async function identifyChild(course: Concern, input: ConcernInput): Promise<ConcernWay> {
  const { answer, text } = await course.desk.ask(identifyTask)
  if (!answer.custodyVerified) return { next: 'consent' }
  course.facts.identified = true
  course.journal.emit({ type: 'identified', degree: 'A2', basis: 'consent', text })
  const given = course.facts.consents.findLast(isInForce)
  const givers = given?.givers ?? []
  if (given !== undefined && patched('envelopes'))
    await tell(course, { process: given.id, update: 'openEnvelopes', message: {} })
  meetTheKnown(course, answer.known ?? [])
  for (const giver of givers) course.post.send({ kind: 'informationLetter', to: giver, person: null })
  if (patched('person-looked-up')) lookUpChild(course, input.practice !== null)
  return { next: 'referral' }
}

/** S7: the referral is written; what is previewed is exactly what crosses. */
export async function referToFamilyGroup(course: Concern): Promise<ConcernWay> {
  const { answer, text, by } = await course.desk.ask(referralTask)
  const attached = answer.attachments.map(({ kind = 'other', ...document }) => ({ ...document, kind }))
  const found = basisFor(course, answer.to, attached)
  if (found === undefined || text === undefined) return { next: 'choose' }
  const referral = {
    ...found,
    offer: nextOffer(course, 'referral'),
    text,
    by,
    interpreter: answer.interpreter,
    documents: attached.map(({ document }) => document),
    attached,
    siblings: course.facts.siblings ?? [],
  }
  return { next: 'awaitAnswer', referral }
}

/** S7: it is sent; a receipt comes at once, the answer later. */
export async function awaitAnswer(
  course: Concern,
  { input, way }: { input: ConcernInput; way: ConcernWay },
): Promise<ConcernWay> {
  if (way.referral === undefined) return { next: 'choose' }
  course.facts.sent = way.referral
  const offer = await offerReferral(course, { input, referral: way.referral })
  for (;;) {
    if (offer.status === 'accepted') return { next: 'help', from: offer.transferredAt }
    if (offer.status === 'declined') return { next: 'declined' }
    if (offer.status === 'revoked') return { next: 'choose' }
    await course.bell(bells.offer).wait()
  }
}

/** S7: the family group said no; the social worker decides what then. */
export async function decideAfterDecline(course: Concern): Promise<ConcernWay> {
  const { answer, by } = await course.desk.ask(declinedTask)
  switch (answer.decision) {
    case 'offerAgain':
      return { next: 'referral' }
    case 'redirect':
      return redirect(course, { by, caseworker: answer.caseworker })
    case 'counselling':
      return { next: 'counselling' }
    case 'followUp':
      return { next: 'followUp', from: course.now }
    case 'duty':
      return { next: 'notify' }
    case 'close':
      return { next: 'close', closing: answer.closing ?? { code: 'other', caseAvoided: 'unknown' } }
  }
}

/** S7: the same referral to the caseworker whom the family already has, on what it rests on today. */
function redirect(
  course: Concern,
  { by, caseworker }: { by: string; caseworker: string | undefined },
): ConcernWay {
  const { sent } = course.facts
  if (sent === undefined) return { next: 'referral' }
  const found = basisFor(course, 'family-group', sent.attached)
  if (found === undefined) return { next: 'choose' }
  const { stated: _stated, ...same } = sent
  const referral = { ...same, ...found, offer: nextOffer(course, 'referral'), caseworker, by }
  return { next: 'awaitAnswer', referral }
}
