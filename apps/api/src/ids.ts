import { personId } from '@brobygger/domain/forms'
import { caseCode, processIdPattern } from '@brobygger/domain/processes'
import { z } from 'zod'

const CASE = caseCode
const PROCESS = processIdPattern
const id = (pattern: string, description: string, example: string) =>
  z
    .string()
    .regex(new RegExp(`^${pattern}$`))
    .meta({ description, example })

/** Code of a case, as the raiser writes it down. */
export const caseId = id(CASE, 'Code of the case', 'k7qm4d2x9a')
/** A process runs under its kind, its case, and its number where a case can have several. */
export const processId = id(PROCESS, 'Id of a process', 'consent-k7qm4d2x9a-1')
export const taskId = id(
  `${PROCESS}\\.[1-9][0-9]{0,5}`,
  'Id of a task: its process and its number',
  'concern-k7qm4d2x9a.1',
)
export const consentId = id(`consent-${CASE}-[1-9][0-9]{0,3}`, 'Id of a consent', 'consent-k7qm4d2x9a-1')
export const offerId = id(
  `(?:referral|notification|familyHouseCourse)-${CASE}-[1-9][0-9]{0,3}`,
  'Id of a handover',
  'referral-k7qm4d2x9a-1',
)
/** A deadline has the id of its task, or of its consent. */
export const deadlineId = id(`${PROCESS}(?:\\.[1-9][0-9]{0,5})?`, 'Id of a deadline', 'concern-k7qm4d2x9a.1')
export const courseId = id(
  `familyHouseCourse-${CASE}(?:-[1-9][0-9]{0,3})?`,
  'Id of a course in the family house',
  'familyHouseCourse-k7qm4d2x9a-1',
)
export const groupId = id(
  `familyHouseGroup-${CASE}`,
  'Id of a group of the family house',
  'familyHouseGroup-k7qm4d2x9a',
)
/** A member of staff, as an address names them. */
export const staffId = personId.meta({ description: 'Id of a member of staff', example: 'sw-anna' })
export const roundId = id(`visitRound-${CASE}`, 'Id of a round of visits', 'visitRound-k7qm4d2x9a')
export const retentionId = id(`retention-${CASE}-[1-9]`, 'Id of a list', 'retention-k7qm4d2x9a-1')
export const visitId = id(
  `visitRound-${CASE}\\.v[1-9][0-9]{0,3}`,
  'Id of a visit',
  'visitRound-k7qm4d2x9a.v3',
)
export const noteId = id('n_[0-9a-z]{26}', 'Id of a note', `n_${'0'.repeat(26)}`)
export const documentId = id('d_[0-9a-z]{26}', 'Id of a document', `d_${'0'.repeat(26)}`)

/** The process in a task's id. */
export function processIn(task: string): string {
  return task.replace(/\.\d+$/, '')
}

/** A problem's code, as an address may have it. */
export const problemCode = z
  .string()
  .regex(/^[a-z-]{1,40}$/)
  .meta({ description: 'Stable code of a problem', example: 'consent-missing' })
