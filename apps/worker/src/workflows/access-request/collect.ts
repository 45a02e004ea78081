import type { AccessItem, AccessRequestInput } from '@brobygger/domain/messages'
import { accessTasks } from '@brobygger/domain/tasks'
import { readings } from '../kit/index.js'
import type { Access, AccessWay } from './way.js'

/** Lists what this administration holds, and asks those who know the case what is not about whoever asks. */
export async function collect(course: Access, input: AccessRequestInput): Promise<AccessWay> {
  const { facts, desk, journal } = course
  journal.emit({ type: 'accessCollected', items: await held(course, input), leftOut: [] })
  const { answer, text, by } = await desk.ask(accessTasks(input.unit).collect)
  // What was written while somebody looked belongs to it as well.
  const items = await held(course, input)
  const leftOut = answer.leftOut.filter(ref => items.some(({ item }) => item === ref))
  journal.emit({ type: 'accessCollected', items, leftOut, text }, by)
  facts.items = items.filter(({ item }) => !leftOut.includes(item) && !facts.decided.includes(item))
  return { next: facts.items.length === 0 ? 'release' : 'redact' }
}

async function held({ flow }: Access, { cases }: AccessRequestInput): Promise<AccessItem[]> {
  return [...(await flow.call(() => readings.textsHeld({ cases })))]
}
