import { custodyChangedTask, requestConsentTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { askOnce, type Answered, type Owed } from '../kit/index.js'
import { revoke } from './across.js'
import { askBeside, askedBeside } from './consent.js'
import type { Concern, ConcernFacts, Offer } from './way.js'

/** A consent that is over carries nothing anyway. */
const over = ['refused', 'expired', 'withdrawn', 'ended']

type Held = ConcernFacts['consents'][number]

/** The consents that are under way or in force, and have not been flagged. */
export const heldConsents = ({ facts }: Pick<Concern, 'facts'>): readonly Held[] =>
  facts.consents.filter(({ status, flagged }) => flagged === undefined && !over.includes(status))

/**
 * Custody is not as it was when these consents were asked for: none of them carries anything more. What was offered on
 * them and not yet accepted is taken back as at a withdrawal, and the social worker decides whom to ask anew. What has been
 * accepted stays with whoever accepted it, who looks at it over there.
 */
export function custodyChanged(
  course: Concern,
  { consents: held, practice }: { consents: readonly Held[]; practice: boolean },
): void {
  const { offers } = course.facts
  for (const consent of held) {
    consent.flagged = 'custodyChanged'
    course.journal.emit({ type: 'consentFlagged', consent: consent.id, why: 'custodyChanged' })
  }
  const restingOn = ({ id }: Held, wanted: Offer['status']) =>
    offers.filter(({ status, consent }) => status === wanted && consent === id)
  for (const offer of held.flatMap(consent => restingOn(consent, 'offered'))) {
    void course.flow.branch(() => revoke(course, { offer, reason: 'consentWithdrawn', by: null, practice }))
  }
  const open = held.filter(consent => restingOn(consent, 'accepted').length === 0)
  if (open.length > 0 || (held.length > 0 && !patched('custody-after-acceptance')))
    askOnce(course, custodyChangedTask, answered => decided(course, answered, practice))
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
