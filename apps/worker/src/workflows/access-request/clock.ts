import type { AccessRequestInput } from '@brobygger/domain/messages'
import { accessTasks } from '@brobygger/domain/tasks'
import { setDeadline, type Answered, type Follow } from '../kit/index.js'
import { tellRequester } from './tell-requester.js'
import type { Access } from './way.js'

/** The statutory clock runs from when the request came in, beside all steps, and no pause stops it. */
export function startClock(course: Access, input: AccessRequestInput): void {
  const clock = accessTasks(input.unit).clocks[input.kind]
  course.facts.clock = course.desk.owe(clock, { from: input.receivedAt }, extending(course, input))
}

/** Whoever asked has the answer: nobody has to keep the date any more. */
export function stopClock({ desk, facts }: Access): void {
  desk.withdraw(({ id }) => id === facts.clock, 'answered-elsewhere')
}

/** The letters that answer a request. */
const answers = ['accessAnswer', 'accessRefused'] as const

/**
 * A letter that nobody has is no answer: the clock runs until it is handed over, or somebody says why it cannot be, and
 * when its date passes first, somebody looks after it.
 */
export function stopClockWhenTold(course: Access): void {
  course.arrivals.heard = ({ kind }) => {
    if (answers.some(answer => answer === kind)) stopClock(course)
  }
}

/** The date has passed. */
function lateIn(course: Access): void {
  course.facts.late = true
  for (const kind of answers) course.arrivals.chase(kind)
}

/** What follows when a leader says why it takes longer, and when the term passes first. */
export function extending(course: Access, input: AccessRequestInput): Follow {
  return {
    then: answered => extend(course, input, answered),
    late: () => {
      lateIn(course)
    },
  }
}

/** An extended term is not extended again; what is done about it is written down. */
export function afterExtension(course: Access): Follow {
  return {
    then: () => undefined,
    late: () => {
      lateIn(course)
    },
  }
}

/**
 * Whoever asked is told why, and until when. A data subject's month becomes three, once (art. 12(3)); a party's seven
 * working days become the day that is told, as often as it has to be told (FVL § 16(2)).
 */
async function extend(
  course: Access,
  input: AccessRequestInput,
  { answer, text, by }: Answered,
): Promise<void> {
  const { facts, desk, journal } = course
  const { kind, receivedAt, unit } = input
  const { clocks, extendedClock } = accessTasks(unit)
  const inTime = !facts.late
  facts.late = false
  if (kind === 'subjectAccess') {
    const { dueOn: until } = await setDeadline({
      rule: extendedClock.rule,
      from: receivedAt,
      pauses: [],
    })
    journal.emit({ type: 'accessExtended', until, inTime, text }, by)
    facts.clock = desk.owe(extendedClock, { from: receivedAt }, afterExtension(course))
  } else {
    const until = String(answer['expectedOn'])
    journal.emit({ type: 'accessExtended', until, inTime, text }, by)
    facts.clock = desk.owe(clocks[kind], { on: until }, extending(course, input))
  }
  tellRequester(course, input, 'accessExtended')
}
