/** How long something is waited for inside a workflow task, in milliseconds; below the activity's own limit. */
const AT_ONCE = 900

/**
 * What comes at once, of several things that a caseworker waits for. One that does not is left out, whether it fails or
 * is slow, and holds up no other: it goes the patient way.
 */
export async function thoseAtOnce<T extends object>(asked: readonly Promise<T>[]): Promise<T[]> {
  const late = new Promise<null>(resolve => setTimeout(resolve, AT_ONCE, null).unref())
  const found = await Promise.all(asked.map(one => Promise.race([one.catch(() => null), late])))
  return found.filter(one => one !== null)
}
