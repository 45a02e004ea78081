import { leaders, seenTogether, statedReason } from '@brobygger/tools/all-sides'
import { call, type Answer } from './http.js'

/** Who leads each unit, and the next manager up. */
const everybody = [...leaders, 'ml-finn'] as const

/** Looks at something as a leader who says why: without a reason they see tasks, dates and owners only. */
export function look<T = Record<string, unknown>>(path: string, as: string): Promise<Answer<T>> {
  return call<T>('GET', path, as, undefined, statedReason)
}

/** The answer of the first who may; fails when nobody may. */
export async function lookAsAny<T>(
  path: string,
  first: readonly string[] = [],
): Promise<{ as: string; body: T }> {
  const refusals: string[] = []
  for (const as of new Set([...first, ...everybody])) {
    const { status, body } = await look<T>(path, as)
    if (status === 200) return { as, body }
    refusals.push(`${as} ${status} ${JSON.stringify(body)}`)
  }
  throw new Error(`not shown: ${path}: ${refusals.join('; ')}`)
}

/** What the leaders of both administrations see together: nobody alone sees a case from both sides. */
export async function lookFromAllSides<T extends object>(path: string): Promise<T> {
  const views = await Promise.all(leaders.map(as => look<Partial<T>>(path, as)))
  const shown = views.filter(({ status }) => status === 200).map(({ body }) => body)
  return shown.length === 0 ? (await lookAsAny<T>(path)).body : (seenTogether<T>(shown) as T)
}
