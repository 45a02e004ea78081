import { accessItemsOf, houseGroups, visitRound, type Db } from '@brobygger/database'
import {
  accessTasks,
  houseIntakeTask,
  referralTask,
  weighNeedTask,
  type AnswerOf,
} from '@brobygger/domain/tasks'
import { fieldProblem } from '../http/problem.js'
import { processIn } from '../ids.js'
import type { Answering } from './answering.js'
import { attachmentsAreCovered } from './attachments.js'

/**
 * Refuses an answer that names something that is not there, before the process takes it and finds out. Gives the answer
 * with what was looked up, where something was.
 */
export type AnswerCheck = (db: Db, answering: Answering) => Promise<object | undefined>

/** The group exists, in the same world, and takes families. */
const groupIsOpen: AnswerCheck = async (db, { codes, practice }) => {
  const { group: process } = codes as Partial<AnswerOf<typeof houseIntakeTask>>
  if (process === undefined) return undefined
  const [group] = await houseGroups(db, { process, practice })
  if (group === undefined) throw fieldProblem('group-unknown', 'group')
  if (!group.open) throw fieldProblem('group-closed', 'group')
  return undefined
}

/** Weights are given to institutions of the round's own cluster. */
const institutionsAreTheRounds: AnswerCheck = async (db, { codes, task }) => {
  const { weights = [] } = codes as Partial<AnswerOf<typeof weighNeedTask>>
  const round = await visitRound(db, { process: processIn(task) })
  const unknown = weights.findIndex(({ institution }) => round?.institutions.includes(institution) === false)
  if (unknown >= 0) throw fieldProblem('institution-unknown', `weights.${unknown}.institution`)
  return undefined
}

/** What is left out, or gone through again, is among the texts that the request has listed. */
const textsAreListed: AnswerCheck = async (db, { codes, task }) => {
  const { leftOut = [], again = [] } = codes as { leftOut?: readonly string[]; again?: readonly string[] }
  if (leftOut.length + again.length === 0) return undefined
  const listed = await accessItemsOf(db, { process: processIn(task) })
  for (const [field, refs] of Object.entries({ leftOut, again })) {
    const unknown = refs.findIndex(ref => !listed.includes(ref))
    if (unknown >= 0) throw fieldProblem('text-not-listed', `${field}.${unknown}`)
  }
  return undefined
}

/** Checks of answers against the read model, by kind of task. */
export const answerChecks: Readonly<Record<string, AnswerCheck>> = {
  [houseIntakeTask.kind]: groupIsOpen,
  [weighNeedTask.kind]: institutionsAreTheRounds,
  ...Object.fromEntries(
    [accessTasks('early-help'), accessTasks('family-group')].flatMap(({ collect, release }) =>
      [collect, release].map(({ kind }) => [kind, textsAreListed]),
    ),
  ),
  [referralTask.kind]: attachmentsAreCovered,
}
