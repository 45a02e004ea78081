import type { NotificationInput } from '@brobygger/domain/messages'
import {
  assessTask,
  childrensHouseTask,
  orientationTask,
  policeTask,
  tellParentsTask,
} from '@brobygger/domain/tasks'
import { oriented } from './letters.js'
import { reportHandled } from './report.js'
import { startInvestigation } from './investigation.js'
import type { Notification, NotificationWay } from './way.js'

/**
 * S11: acute danger and the screening after § 18. Suspected abuse is investigated whatever the screening says, and
 * acute abuse brings in police and children's house; the parents are then told later.
 */
export async function assessWithinADay(
  course: Notification,
  input: NotificationInput,
): Promise<NotificationWay> {
  const { offer } = input
  const { answer } = await course.desk.ask(assessTask, { from: offer.at })
  const acuteAbuse = offer.abuse && answer.acute
  const done = { then: () => undefined }
  if (answer.police || acuteAbuse) course.desk.owe(policeTask, {}, done)
  if (answer.childrensHouse || acuteAbuse) course.desk.owe(childrensHouseTask, {}, done)
  if (!answer.parentsContacted && !offer.abuse) course.desk.owe(tellParentsTask, {}, done)
  course.desk.owe(orientationTask, {}, { then: answered => oriented(course, { input, answered }) })
  if (offer.abuse || answer.screening === 'investigation') startInvestigation(course, input)
  await reportHandled(course, input)
  if (course.facts.investigation !== 'none') return { next: 'investigation' }
  return answer.screening === 'clarification'
    ? { next: 'clarification' }
    : { next: 'ended', outcome: 'noMeasure' }
}
