import type { z } from 'zod'
import type { Label, Role, Unit } from '../codes/index.js'
import type { People } from '../organisation/index.js'
import type { RuleId } from '../policy/index.js'

/** A question to a role, with a form, a rule that gives its due date, and leaders to tell when it passes. */
export interface TaskDefinition<K extends string = string, F extends z.ZodObject = z.ZodObject> {
  readonly kind: K
  readonly title: Label
  readonly role: Role
  readonly unit: Unit
  readonly rule: RuleId
  readonly escalatesTo: readonly (keyof People)[]
  readonly form: F
}

/** What a task's answer holds once its texts are in the vault. */
export type AnswerOf<T extends TaskDefinition> = z.infer<T['form']>

/** Who leads a unit, as a part in a case. */
export const leaderOf: Readonly<Record<Unit, 'teamLeader' | 'familyGroupLeader' | 'familyHouseLeader'>> = {
  'early-help': 'teamLeader',
  institution: 'teamLeader',
  ppr: 'teamLeader',
  'health-visitors': 'teamLeader',
  'job-centre': 'teamLeader',
  'family-group': 'familyGroupLeader',
  'duty-office': 'familyGroupLeader',
  'family-house': 'familyHouseLeader',
}

/** Defines a task; when it is late its unit's leader is told, unless said otherwise. */
export function defineTask<const K extends string, F extends z.ZodObject>(
  task: Omit<TaskDefinition<K, F>, 'escalatesTo'> & { escalatesTo?: readonly (keyof People)[] },
): TaskDefinition<K, F> {
  return { escalatesTo: [leaderOf[task.unit]], ...task }
}

/** The person in the case who holds a role; null leaves the task in the unit's queue. */
export function holderOf(args: { role: Role; people: People }): string | null {
  const { people } = args
  switch (args.role) {
    case 'raiser':
      return people.raiser
    case 'institutionLeader':
      return people.institutionLeader
    case 'socialWorker':
      return people.socialWorker
    case 'teamLeader':
      return people.teamLeader
    case 'familyGroupLeader':
      return people.familyGroupLeader
    case 'familyCaseworker':
      return people.familyCaseworker
    case 'familyHouseLeader':
      return people.familyHouseLeader
    case 'familyHouseTherapist':
      return people.familyHouseTherapist
    default:
      return null
  }
}
