import { z } from 'zod'
import { instant } from '../forms/index.js'
import { letterReturn } from '../letters/index.js'

/** Number of the event with which the process that is told says that it sent the letter. */
const seq = z.int().positive()

/** A letter on paper was put in the post, by the carrier's clock. */
export const letterPosted = z.object({ seq, at: instant })
/** A letter that was on its way is there, by the carrier's clock. */
export const letterDelivered = z.object({ seq, at: instant })
/** A letter that was on its way came back. */
export const letterReturned = z.object({ seq, at: instant, why: letterReturn })

export type LetterPosted = z.infer<typeof letterPosted>
export type LetterDelivered = z.infer<typeof letterDelivered>
export type LetterReturned = z.infer<typeof letterReturned>

/** Facts that any process is told as signals: late, twice, in any order. */
export const letterNews = { letterPosted, letterDelivered, letterReturned } as const
