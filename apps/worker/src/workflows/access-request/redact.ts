import type { AccessItem, AccessRequestInput } from '@brobygger/domain/messages'
import { accessTasks } from '@brobygger/domain/tasks'
import type { Access, AccessWay } from './way.js'

/** As many texts lie on the table at the same time. */
const AT_ONCE = 10

/** Each text is gone through by itself; a new run goes on with those that are left. */
export async function redactEach(course: Access, input: AccessRequestInput): Promise<AccessWay> {
  const { facts, flow } = course
  while (facts.items.length > 0) {
    const texts = facts.items.slice(0, AT_ONCE)
    await flow.aside(() => Promise.all(texts.map(text => flow.branch(() => redactOne(course, input, text)))))
    await course.goOnInNewRunWhenLong()
  }
  return { next: 'otherParent' }
}

async function redactOne(course: Access, input: AccessRequestInput, { item }: AccessItem): Promise<void> {
  const { facts, desk, journal } = course
  const { answer, text, by } = await desk.ask(accessTasks(input.unit).redact, { about: item })
  const { decision, grounds = [] } = answer
  journal.emit({ type: 'accessRedacted', item, decision, grounds, text }, by)
  facts.items = facts.items.filter(left => left.item !== item)
  facts.decided = [...facts.decided, item]
}
