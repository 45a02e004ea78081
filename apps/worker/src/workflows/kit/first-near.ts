import { isCancellation } from '@temporalio/workflow'

/** Makes a call inside the workflow task, which costs one event; what does not come back in time goes the patient way. */
export async function firstNear<T>(near: () => Promise<T>, patient: () => Promise<T>): Promise<T> {
  try {
    return await near()
  } catch (error) {
    if (isCancellation(error)) throw error
    return patient()
  }
}
