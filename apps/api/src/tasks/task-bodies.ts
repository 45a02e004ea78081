import { personId } from '@brobygger/domain/forms'
import { z } from 'zod'
import { flag, paging } from '../shapes/common.js'

/** An answer as it comes in; the task's own form then checks it. */
export const answerBody = z
  .record(z.string().max(100), z.json())
  .meta({ id: 'Answer', description: "By the task's own form, which GET /tasks/{id} gives" })

/** Unfinished answers are as large as people make them, within reason. */
const LARGEST_DRAFT = 200_000

export const draftBody = answerBody
  .refine(content => JSON.stringify(content).length <= LARGEST_DRAFT, {
    error: 'Kladden er for stor',
    params: { code: 'too-large' },
  })
  .meta({ id: 'SaveDraft', description: 'Any part of the form, as far as it is filled in' })

export const assignBody = z.strictObject({ to: personId.meta({ title: 'Til' }) }).meta({ id: 'AssignTask' })

export const worklistQuery = z.strictObject({
  ...paging,
  view: z
    .enum(['mine', 'team', 'overdue'])
    .default('mine')
    .meta({ description: "Own tasks, the units' tasks, or the units' late ones" }),
  practice: flag.meta({ description: 'Practice cases only, or real ones only' }),
})

export type AnswerBody = z.infer<typeof answerBody>
export type AssignBody = z.infer<typeof assignBody>
export type WorklistQuery = z.infer<typeof worklistQuery>
