import type { Answered } from '../kit/index.js'
import type { Concern } from './way.js'

/** S2: whoever raised the concern is told, in the social worker's words, within what consent allows. */
export function replied(
  course: Pick<Concern, 'people' | 'post' | 'facts'>,
  { about }: Pick<Answered, 'about'>,
): void {
  const raiser = raiserOf(course, about)
  if (raiser !== null) course.post.send({ kind: 'reply', to: 'raiser', person: raiser })
}

/** Whoever raised this case, or one that became part of it. */
export function raiserOf(
  { people, facts }: Pick<Concern, 'people' | 'facts'>,
  of: string | null,
): string | null {
  if (of === null) return people.raiser
  return facts.merged?.find(known => known.case === of)?.raisedBy ?? null
}
