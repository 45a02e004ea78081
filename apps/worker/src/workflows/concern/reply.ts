import type { Concern } from './way.js'

/** S2: whoever raised the concern is told, in the social worker's words, within what consent allows. */
export function replied(course: Pick<Concern, 'people' | 'post'>): void {
  const { raiser } = course.people
  if (raiser !== null) course.post.send({ kind: 'reply', to: 'raiser', person: raiser })
}
