import { assignNumber, type AssignNumber } from '@brobygger/domain/messages'
import { patched } from '@temporalio/workflow'
import { command, refuse } from '../kit/index.js'
import { keepInCaseIndex } from './case-index.js'
import { isIdentified, meetTheKnown } from './identity.js'
import { lookUpChild } from './look-up.js'
import type { Concern } from './way.js'

/**
 * S6: the number of a child who had none comes later; who is found by it is met as at identification, and the register is
 * asked about the child.
 */
export function listenForNumber(course: Concern, practice: boolean): void {
  command<AssignNumber>({
    course,
    name: 'assignNumber',
    schema: assignNumber,
    check: () => {
      if (!isIdentified(course)) refuse('not-identified')
    },
    run: ({ by, person, temporaryId, known, text }) => {
      course.journal.emit({ type: 'numberAssigned', person, temporaryId, text }, by)
      meetTheKnown(course, known)
      if (patched('person-looked-up')) lookUpChild(course, practice)
      void keepInCaseIndex(course)
    },
  })
}
