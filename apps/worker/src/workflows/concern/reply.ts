import type { Answered } from '../kit/index.js'
import { raiserOf } from './merge.js'
import type { Concern } from './way.js'

/** S2: whoever raised the concern is told, in the social worker's words, within what consent allows. */
export function replied(
  course: Pick<Concern, 'people' | 'post' | 'facts'>,
  { about }: Pick<Answered, 'about'>,
): void {
  const raiser = raiserOf(course, about)
  if (raiser !== null) course.post.send({ kind: 'reply', to: 'raiser', person: raiser })
}
