import {
  ageBand,
  category,
  courseEndReason,
  effect,
  fitAlarm,
  fitRespondent,
  houseDeclineReason,
  houseKind,
  wayIn,
} from '@brobygger/domain/codes'
import { z } from 'zod'
import { courseId, groupId } from '../ids.js'
import { at, date, owned, pageOf, textRef, withheld } from '../shapes/common.js'
import { textsByRef } from '../storage/texts.js'

const score = z.object({ who: fitRespondent, score: z.number() })

/** A family's course in the family house, as a list shows it. */
const courseShape = z
  .object({
    ...owned,
    process: courseId,
    way: wayIn,
    houseKind,
    ageBand,
    mainCategory: category.nullable(),
    interpreter: z.boolean().meta({ description: 'Whether the family speaks through an interpreter' }),
    referrer: z.string().nullable().meta({ description: 'The offer or process that sent the family' }),
    textRef: textRef.nullable(),
    status: z.enum(['requested', 'waiting', 'offered', 'placed', 'declined', 'started', 'ended']),
    group: groupId.nullable(),
    declineReason: houseDeclineReason.nullable(),
    offTrack: fitAlarm.nullable().meta({ description: 'Why the last session showed it off track' }),
    requestedAt: at,
    startedOn: date.nullable(),
    endedOn: date.nullable(),
    endReason: courseEndReason.nullable(),
    effect: effect.nullable(),
  })
  .meta({ id: 'HouseCourse' })

export const coursePage = pageOf(courseShape).meta({ id: 'HouseCoursePage' })

const cutoff = z.object({ value: z.number(), source: z.string(), mark: z.string() })

/** What a family sees of its own course: its scores session by session, and the published lines beside them. */
export const curveShape = z
  .object({
    sessions: z.array(
      z.object({
        n: z.int(),
        on: date,
        ors: z.array(score),
        srs: z.array(score),
        alarm: fitAlarm.nullable(),
      }),
    ),
    cutoffs: z.object({
      ors: z.object({ adult: cutoff, adolescent: cutoff, child: cutoff }),
      reliableChange: cutoff,
      srs: cutoff,
    }),
  })
  .meta({ id: 'FamilyCurve' })
export type FamilyCurve = z.infer<typeof curveShape>

/** A course with its curve and the texts it refers to. */
export const courseDetail = courseShape
  .extend({ curve: curveShape, texts: textsByRef, withheld })
  .meta({ id: 'HouseCourseDetail' })

/** What whoever asked for a course gets back. */
export const courseReceipt = z
  .object({ caseId: owned.caseId, process: courseId })
  .meta({ id: 'CourseReceipt' })

/** The code that a family is given, shown once. */
export const curveCode = z.object({ code: z.string() }).meta({ id: 'CurveCode' })
