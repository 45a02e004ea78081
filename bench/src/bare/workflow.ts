import { condition, defineUpdate, setHandler } from '@temporalio/workflow'

/** The least that can be done to a workflow so that somebody gets an answer. */
export const touch = defineUpdate('touch')

/** A workflow that does nothing but answer: no payload, no activity, no timer. Waits for ever. */
export async function bare(): Promise<void> {
  setHandler(touch, () => undefined)
  await condition(() => false)
}
