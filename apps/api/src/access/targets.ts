import { caseIn } from '@brobygger/domain/processes'
import type { z } from 'zod'
import * as ids from '../ids.js'

/** The file that an address names, and what of it. */
export interface NamedFile {
  readonly caseId: string
  readonly process?: string
  readonly task?: string
}

/** What an operation is about, and where its address says so. */
export type Target =
  | {
      readonly of: 'file'
      readonly param: string
      readonly schema: z.ZodType<string>
      readonly names: (id: string) => NamedFile
    }
  | { readonly of: 'colleague'; readonly param: string; readonly schema: z.ZodType<string> }
  | { readonly of: 'namespace'; readonly header: string }
  | { readonly of: 'nothing' }

const file =
  (schema: z.ZodType<string>, names: (id: string) => NamedFile) =>
  (param = 'id'): Target => ({ of: 'file', param, schema, names })

const aProcess = (schema: z.ZodType<string>) =>
  file(schema, process => ({ caseId: caseIn(process), process }))

export const inCase = file(ids.caseId, caseId => ({ caseId }))
export const inProcess = aProcess(ids.processId)
export const inConsent = aProcess(ids.consentId)
export const inCourse = aProcess(ids.courseId)
export const inGroup = aProcess(ids.groupId)
export const inRound = aProcess(ids.roundId)
export const inRetention = aProcess(ids.retentionId)
export const inDeadline = file(ids.deadlineId, id => ({ caseId: caseIn(id), process: ids.processIn(id) }))
export const inTask = file(ids.taskId, task => ({ caseId: caseIn(task), process: ids.processIn(task), task }))
/** An offer, as its receiver answers it: the offer has the id of the process that answers it. */
export const inOffer = file(ids.offerId, id => ({ caseId: caseIn(id), process: id, task: id }))
/** An offer, as either side has it. */
export const inCaseOfOffer = file(ids.offerId, id => ({ caseId: caseIn(id) }))

export const ofColleague = (param = 'id'): Target => ({ of: 'colleague', param, schema: ids.staffId })
export const ofNamespace = (header: string): Target => ({ of: 'namespace', header })
export const ofNothing: Target = { of: 'nothing' }
