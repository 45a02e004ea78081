import type { PlayedCase } from '../played-case.js'
import { followUpAfter, takeOn } from './steps.js'

/** The concern tells of violence: whoever raised it notifies the same day, and nothing else comes first. */
export async function notifiedAtOnce(played: PlayedCase): Promise<void> {
  await notify(played, 'raiserNotify')
  await assess(played, 0)
}

/** Violence is revealed in the counselling, and the social worker notifies. */
export async function violenceRevealed(played: PlayedCase): Promise<void> {
  await takeOn(played)
  const day = 9
  await played.to(day)
  await played.answer('session', {
    heldOn: played.date(day),
    present: ['mother'],
    dutyCheck: { answer: 'yes', why: 'Der bliver slået i hjemmet.' },
  })
  await notify(played, 'notify')
  await assess(played, day)
}

async function notify(played: PlayedCase, task: 'notify' | 'raiserNotify'): Promise<void> {
  await played.answer(task, {
    identity: 'named',
    childName: 'Barn Prøve',
    abuse: true,
    parentsTold: 'none',
    parentsToldWhy: 'Mistanke om vold i hjemmet.',
    observed: 'Barnet fortæller om slag.',
  })
}

/** Assessed within 24 hours, receipt, orientation, investigation (§ 20) within four months, follow-up. */
async function assess(played: PlayedCase, notified: number): Promise<void> {
  await played.to(notified + 1)
  await played.answer('assess', {
    acute: false,
    screening: 'investigation',
    parentsContacted: false,
    why: 'Ingen akut fare i dag; vold undersøges altid.',
  })
  await played.to(notified + 4)
  await played.answer('notificationReceipt', {})
  await played.to(notified + 12)
  await played.answer('orientation', { told: 'investigationStarted' })
  await played.to(notified + 80)
  await played.answer('investigation', { result: 'measure' })
  await played.to(followUpAfter(notified + 1))
  const closing = { code: 'takenOver', caseAvoided: 'no', firstHelpOn: played.date(notified + 80) }
  await played.answer('followUp', { concern: 'less', next: 'close', closing })
}
