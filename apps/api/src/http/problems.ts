import { ofAnswers } from './problems/answers.js'
import { ofWhatIsNotThere } from './problems/not-there.js'
import { ofOurSide } from './problems/our-side.js'
import { ofRequest } from './problems/request.js'
import { ofState } from './problems/state.js'
import { ofWhoAsks } from './problems/who-asks.js'

/** Every problem the API answers with, by its stable code. A code is never given another meaning. */
export const problems = {
  ...ofRequest,
  ...ofWhoAsks,
  ...ofWhatIsNotThere,
  ...ofState,
  ...ofAnswers,
  ...ofOurSide,
} as const

export type ProblemCode = keyof typeof problems

/** All codes, in the order of the table. */
export const problemCodes = Object.keys(problems) as ProblemCode[]

/** Whether a text is a problem's code. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)
