import { ageBand, houseKind, overtakeReason } from '@brobygger/domain/codes'
import { z } from 'zod'
import { courseId, groupId } from '../ids.js'
import { at, owned, textRef } from '../shapes/common.js'
import { textsByRef } from '../storage/texts.js'

const placeShape = z.object({
  course: courseId,
  status: z.enum(['waiting', 'placed', 'left']),
  number: z
    .int()
    .nullable()
    .meta({ description: 'Place in the order of arrival; null for who never waited' }),
  held: z.boolean().meta({ description: 'The family has asked to wait, and is passed over' }),
  since: at,
  reason: overtakeReason.nullable().meta({ description: 'Why it comes before those who have waited longer' }),
  overtook: z.array(courseId).meta({ description: 'Who waited longer when it got its place' }),
  textRef: textRef.nullable(),
})

/** A group with its places, and those who wait in their order. */
const groupShape = z
  .object({
    ...owned,
    process: groupId,
    houseKind,
    ageBands: z.array(ageBand),
    capacity: z.int(),
    free: z.int().meta({ description: 'Places that nobody has' }),
    open: z.boolean().meta({ description: 'Whether it takes families' }),
    textRef,
    openedAt: at,
    places: z.array(placeShape).readonly(),
  })
  .meta({ id: 'HouseGroup' })

export const groupDetail = groupShape.extend({ texts: textsByRef }).meta({ id: 'HouseGroupDetail' })
export const groupList = z
  .object({ items: z.array(groupShape).readonly(), texts: textsByRef })
  .meta({ id: 'HouseGroupList' })

/** What whoever opened a group gets back. */
export const groupReceipt = z.object({ caseId: owned.caseId, process: groupId }).meta({ id: 'GroupReceipt' })
