import type { ConcernInput } from '@brobygger/domain/messages'
import { notifyTask, raiserNotifyTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { nextOffer } from './across.js'
import { state } from './bases.js'
import { keepInCaseIndex } from './case-index.js'
import { lookUpChild } from './look-up.js'
import { sendNotification } from './offers.js'
import type { Concern, ConcernWay } from './way.js'

/**
 * S11: the duty is personal, so the social worker and whoever raised the concern are both asked, now. Whoever knows
 * the name notifies; the other's task is then withdrawn. No consent, no leader, no further qualifying.
 */
export async function askToNotify(course: Concern, input: ConcernInput): Promise<ConcernWay> {
  const asked = course.people.raiser === null ? [notifyTask] : [notifyTask, raiserNotifyTask]
  const answered = await course.desk.askFirst(asked, ({ answer }) => answer.identity === 'named')
  if (answered?.text === undefined) return { next: 'choose' }
  const { answer, text, by } = answered
  course.facts.identified = true
  course.journal.emit({ type: 'identified', degree: 'A2', basis: 'duty', text }, by)
  if (patched('duty-is-a-basis')) {
    const practice = input.practice !== null
    state(course, {
      by,
      kind: 'duty',
      units: ['family-group'],
      followUp: false,
      heldOn: null,
      text,
      practice,
    })
  }
  const { abuse, acute, parentsTold, siblings, interpreter } = answer
  const notifierRole = by === course.people.raiser ? 'raiser' : 'socialWorker'
  const offer = nextOffer(course, 'notification')
  const notification = {
    offer,
    notifierRole,
    abuse,
    acute,
    parentsTold,
    siblings,
    interpreter,
    text,
    by,
  } as const
  return { next: 'notified', notification }
}

/** S11: it is sent, and the family group has the responsibility from the moment of the notification. */
export async function notifyFamilyGroup(
  course: Concern,
  { input, way }: { input: ConcernInput; way: ConcernWay },
): Promise<ConcernWay> {
  if (way.notification === undefined) return { next: 'help' }
  const { by } = way.notification
  const offer = await sendNotification(course, { input, notification: way.notification })
  void keepInCaseIndex(course)
  course.moveResponsibility({
    administration: 'social-services',
    unit: 'family-group',
    person: null,
    basis: 'duty',
    by,
  })
  if (patched('person-looked-up')) lookUpChild(course, input.practice !== null)
  return { next: 'help', from: offer.transferredAt }
}
