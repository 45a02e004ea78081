import type { ConcernInput, HelpReported } from '@brobygger/domain/messages'
import { setDeadline } from '../kit/index.js'
import { nextOffer, revoke } from './across.js'
import { recommendToFamilyHouse } from './offers.js'
import { bells, type Concern, type ConcernWay } from './way.js'

/**
 * S4: straight from anonymous counselling to a short course (§ 30). The family brings the case code; the house says
 * when it starts and ends. If nothing is heard for as long as a short course may take, it is followed up all the same.
 */
export async function helpedByFamilyHouse(course: Concern, input: ConcernInput): Promise<ConcernWay> {
  const known = course.facts.offers.findLast(
    ({ contract, status }) => contract === 'family-house' && status === 'offered',
  )
  const id = known?.id ?? nextOffer(course, 'family-house')
  const offer = await recommendToFamilyHouse(course, { input, id })
  const latest = await setDeadline({ rule: 'first-follow-up-local', from: course.now, pauses: [] })
  for (;;) {
    const told = (what: HelpReported['report']) =>
      course.facts.reports.find(({ offer, report }) => offer === id && report === what)
    const started = told('courseStarted')
    const declined = told('courseDeclined')
    if (started !== undefined && offer.status === 'offered') {
      offer.status = 'accepted'
      const person = started.person ?? course.people.socialWorker
      course.journal.emit({ type: 'offerAccepted', offer: id, person, screening: null })
    }
    if (declined !== undefined) {
      offer.status = 'declined'
      course.journal.emit({ type: 'offerDeclined', offer: id, reason: declined.reason ?? 'targetGroup' })
      return { next: 'choose' }
    }
    if (told('courseEnded') !== undefined) return { next: 'followUp', from: course.now }
    if (await course.bell(bells.help).wait(latest.dueAt)) continue
    if (offer.status === 'offered')
      await revoke(course, { offer, reason: 'revoked', by: null, practice: input.practice !== null })
    return { next: 'followUp', on: latest.dueOn }
  }
}
