import { z } from 'zod'
import { deadlineShape } from '../shapes/deadline.js'
import { at, pageOf } from '../shapes/common.js'
import { protectionShape } from '../shapes/protection.js'
import { taskShape, worklistItemShape } from '../shapes/task.js'
import { textsByRef } from '../storage/texts.js'

const jsonObject = z.record(z.string(), z.json())

/** A draft of the person who asks. */
const draft = z.object({ content: jsonObject, savedAt: at }).meta({ id: 'Draft' })

/** A task with its form, and the asker's own draft. */
export const taskDetail = taskShape
  .extend({
    deadline: deadlineShape.nullable(),
    form: jsonObject.meta({
      description: 'JSON Schema (draft 2020-12) with Danish titles; `x-vault` marks free text',
    }),
    draft: draft.nullable(),
    protection: protectionShape,
    texts: textsByRef,
  })
  .meta({ id: 'TaskDetail' })

export const worklistPage = pageOf(worklistItemShape).meta({ id: 'WorklistPage' })
export const draftSaved = z.object({ savedAt: at }).meta({ id: 'DraftSaved' })

export type TaskDetail = z.infer<typeof taskDetail>
export type DraftSaved = z.infer<typeof draftSaved>
