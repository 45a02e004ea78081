import { z } from 'zod'
import { letterShape, processShape } from '../shapes/case.js'
import { withheld } from '../shapes/common.js'
import { deadlineShape } from '../shapes/deadline.js'
import { taskShape } from '../shapes/task.js'

/** A process with what belongs to it. */
export const processFileShape = processShape
  .extend({
    tasks: z.array(taskShape).readonly(),
    deadlines: z.array(deadlineShape).readonly(),
    letters: z.array(letterShape).readonly(),
    withheld,
  })
  .meta({ id: 'ProcessFile' })
