import type { CourseInput, HelpReported } from '@brobygger/domain/messages'
import { report, tell } from '../kit/index.js'
import type { HouseCourse } from './way.js'

/** Tells whoever referred the family; a family that came by itself is nobody's to report on. */
export async function tellReferrer(
  course: HouseCourse,
  { referrer, practice }: CourseInput,
  what: Omit<HelpReported, 'offer'>,
): Promise<void> {
  if (referrer === null) return
  if (referrer.by === 'contract') {
    const { offer } = referrer
    await report(course, { contract: 'family-house', offer, practice: practice !== null }, what)
    return
  }
  const message = { offer: course.id, ...what }
  course.journal.emit({ type: 'helpReported', report: message })
  await tell(course, { process: referrer.process, update: 'helpReported', message })
}
