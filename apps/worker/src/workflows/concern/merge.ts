import { absorbCase, type AbsorbCase } from '@brobygger/domain/messages'
import { mergeTask, replyTask } from '@brobygger/domain/tasks'
import { command, refuse, tell, type Answered, type Owed } from '../kit/index.js'
import { raiserOf, replied } from './reply.js'
import type { Concern } from './way.js'

/** S6: the child has another case. Its social worker decides whether this one goes on in that. */
export function askToMerge(course: Concern, lead: string): void {
  course.desk.owe(mergeTask, { about: lead }, { then: answered => decided(course, answered) })
}

/** The question as it is taken up again in a new run. */
export function owedMerge(course: Concern): Owed {
  return { task: mergeTask, then: answered => decided(course, answered) }
}

/** The other case takes this one over first; where it has closed meanwhile, this one goes on by itself. */
async function decided(course: Concern, { answer, about, by }: Answered): Promise<void> {
  if (answer['decision'] !== 'merge' || about === null) return
  const message: AbsorbCase = { by, case: course.caseId, raisedBy: course.people.raiser }
  course.facts.mergingInto = about
  const taken = await tell(course, { process: `concern-${about}`, update: 'absorbCase', message })
  delete course.facts.mergingInto
  if (taken === null) return
  course.turnTo({ next: 'close', by, closing: { code: 'merged', caseAvoided: 'unknown' }, into: about })
}

/** Takes over another case of the same child: both who raised a concern are owed a reply, neither hears of the other. */
export function listenForMerges(course: Concern): void {
  command<AbsorbCase>({
    course,
    name: 'absorbCase',
    schema: absorbCase,
    check: message => {
      if (course.heading === 'close') refuse('case-closed')
      if (message.case === course.caseId) refuse('case-unknown')
      // Of two that would go on in each other, the one with the lower code takes the other over.
      const { mergingInto } = course.facts
      if (mergingInto !== undefined && !(mergingInto === message.case && course.caseId < message.case))
        refuse('case-closed')
    },
    run: ({ by, case: merged, raisedBy }) => {
      course.facts.merged ??= []
      if (course.facts.merged.some(known => known.case === merged)) return
      course.facts.merged.push({ case: merged, raisedBy })
      course.journal.emit({ type: 'caseMerged', case: merged, raisedBy }, by)
      for (const about of [undefined, merged]) {
        if (raiserOf(course, about ?? null) === null) continue
        const asked = about === undefined ? {} : { about }
        course.desk.owe(replyTask, asked, { then: answered => replied(course, answered) })
      }
    },
  })
}
