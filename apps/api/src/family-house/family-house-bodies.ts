import { overtakeReason } from '@brobygger/domain/codes'
import { freeText } from '@brobygger/domain/forms'
import { courseForm, groupForm } from '@brobygger/domain/messages'
import { z } from 'zod'
import { practiceStart } from '../practice/practice-start.js'
import { courseId, groupId, processId } from '../ids.js'
import { flag, paging } from '../shapes/common.js'

/** Body of `POST /family-house/courses`. Reception names the process that sends the family. */
export const askForCourse = courseForm
  .safeExtend({
    referredBy: processId
      .optional()
      .meta({ title: 'Henvist af', description: 'With `reception`: its process' }),
    practice: practiceStart,
  })
  .meta({ id: 'AskForCourse' })

/** Body of `POST /family-house/groups`. */
export const openGroup = groupForm.extend({ practice: practiceStart }).meta({ id: 'OpenGroup' })

export const takePlaceBody = z
  .strictObject({ course: courseId.meta({ title: 'Forløb' }) })
  .meta({ id: 'TakePlace' })

export const putFirstBody = z
  .strictObject({
    course: courseId.meta({ title: 'Forløb' }),
    reason: overtakeReason.meta({ title: 'Hvorfor før dem, der har ventet længere' }),
    why: freeText('Begrundelse'),
  })
  .meta({ id: 'PutFirst' })

export const capacityBody = z
  .strictObject({ capacity: z.int().min(0).max(100).meta({ title: 'Pladser' }) })
  .meta({ id: 'SetCapacity' })

/** A family shows its code in a body, never in an address. */
export const curveBody = z.strictObject({ code: z.string().min(8).max(60) }).meta({ id: 'LookAtCurve' })

export const coursesQuery = z.strictObject({
  ...paging,
  status: z.enum(['requested', 'waiting', 'offered', 'placed', 'declined', 'started', 'ended']).optional(),
  group: groupId.optional(),
  practice: flag.meta({ description: 'Practice courses only, or real ones only' }),
})
export const groupsQuery = z.strictObject({
  practice: flag.meta({ description: 'Practice groups only, or real ones only' }),
})

export type AskForCourse = z.infer<typeof askForCourse>
export type OpenGroup = z.infer<typeof openGroup>
export type TakePlaceBody = z.infer<typeof takePlaceBody>
export type PutFirstBody = z.infer<typeof putFirstBody>
export type CapacityBody = z.infer<typeof capacityBody>
export type CurveBody = z.infer<typeof curveBody>
export type CoursesQuery = z.infer<typeof coursesQuery>
export type GroupsQuery = z.infer<typeof groupsQuery>
