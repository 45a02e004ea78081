import { custodyChangedTask, requestConsentTask } from '@brobygger/domain/tasks'
import { askOnce, type Answered, type Owed } from '../kit/index.js'
import { revoke } from './across.js'
import { askBeside, askedBeside } from './consent.js'
import type { Concern } from './way.js'

/** A consent that is over carries nothing anyway. */
const over = ['refused', 'expired', 'withdrawn', 'ended']

/**
 * Custody is not as it was when the consents were asked for: none of them carries anything more. What was offered on
 * them and not yet accepted is taken back as at a withdrawal, and the social worker decides whom to ask anew.
 */
export function custodyChanged(course: Concern, practice: boolean): void {
  const { consents, offers } = course.facts
  const held = consents.filter(({ status, flagged }) => flagged === undefined && !over.includes(status))
  for (const consent of held) {
    consent.flagged = 'custodyChanged'
    course.journal.emit({ type: 'consentFlagged', consent: consent.id, why: 'custodyChanged' })
  }
  const resting = offers.filter(
    ({ status, consent }) => status === 'offered' && held.some(({ id }) => id === consent),
  )
  for (const offer of resting) {
    void course.flow.branch(() => revoke(course, { offer, reason: 'consentWithdrawn', by: null, practice }))
  }
  if (held.length > 0) askOnce(course, custodyChangedTask, answered => decided(course, answered, practice))
}

/** The questions as they are taken up again in a new run. */
export function owedAtCustody(course: Concern, practice: boolean): readonly Owed[] {
  return [
    { task: custodyChangedTask, then: answered => decided(course, answered, practice) },
    { task: requestConsentTask, then: answered => askedBeside(course, answered, practice) },
  ]
}

/** A child who is being helped goes on being helped meanwhile; any other way leads over the consent. */
function decided(course: Concern, { answer }: Answered, practice: boolean): void {
  if (answer['decision'] !== 'askAnew') return
  if (course.heading === 'help' || course.heading === 'followUp') askBeside(course, practice)
  else course.turnTo({ next: 'consent' })
}
