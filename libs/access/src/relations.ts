import type { AccessBasis, Role, Unit } from '@brobygger/domain/codes'
import type { People } from '@brobygger/domain/organisation'
import type { ProcessKind } from '@brobygger/domain/processes'
import { leaderOf } from '@brobygger/domain/tasks'
import type { Actor, FileFacts, Part, TaskFacts } from './facts.js'

/** Who does the work of each unit. A social worker employed by the family group has no authority in it. */
export const workersOf: Readonly<Record<Unit, readonly Role[]>> = {
  'early-help': ['socialWorker'],
  institution: ['raiser', 'institutionLeader'],
  ppr: ['resourcePerson'],
  'health-visitors': ['resourcePerson'],
  'job-centre': ['resourcePerson'],
  'family-group': ['familyCaseworker', 'dutyOfficer'],
  'duty-office': ['familyCaseworker', 'dutyOfficer'],
  'family-house': ['familyHouseTherapist'],
}

/** Units whose cases a unit serves beside its own: the duty office is the family group by night. */
export const servedBy: Readonly<Record<Unit, readonly Unit[]>> = {
  'early-help': ['early-help'],
  institution: ['institution'],
  ppr: ['ppr'],
  'health-visitors': ['health-visitors'],
  'job-centre': ['job-centre'],
  'family-group': ['family-group', 'duty-office'],
  'duty-office': ['duty-office', 'family-group'],
  'family-house': ['family-house'],
}

/** The unit whose work a process is. A concern begins in the institution, and is the outreach social workers' work. */
export function homeOf({ kind, unit }: { kind: ProcessKind; unit: Unit }): Unit {
  return kind === 'concern' ? 'early-help' : unit
}

/** A person's rights: the data-protection officer knows of every one of these. */
export const aboutRights: readonly ProcessKind[] = ['accessRequest', 'erasure', 'retention', 'accessReview']

/** What a colleague did is for leaders to look at: no worker of the unit takes it, or sees it. */
export const aboutStaff: readonly ProcessKind[] = ['accessReview']

/** In the family house each therapist keeps the sessions of their own families to themselves. */
const keepsApart: readonly Unit[] = ['family-house']

/** The parts in which somebody does the work of a process; a leader's part is none. */
const workingParts = [
  'socialWorker',
  'familyCaseworker',
  'familyHouseTherapist',
] as const satisfies readonly (keyof People)[]

/** Whether somebody works in the unit of a process, as a worker or as its leader. */
export function worksIn(actor: Pick<Actor, 'affiliations'>, { administration, unit }: Place): boolean {
  return actor.affiliations.some(
    own =>
      own.administration === administration &&
      ((servedBy[own.unit].includes(unit) && workersOf[unit].includes(own.role)) ||
        leaderOf[unit] === own.role),
  )
}

/** Whether somebody leads a unit. */
export function leads(actor: Pick<Actor, 'affiliations'>, { administration, unit }: Place): boolean {
  return actor.affiliations.some(own => own.administration === administration && own.role === leaderOf[unit])
}

type Place = Pick<Part, 'administration' | 'unit'>

/** How somebody stands to one process of a file: every basis on which they might look or act. */
export function relationsTo(actor: Actor, file: FileFacts, part: Part): ReadonlySet<AccessBasis> {
  const { id } = actor
  const found = new Set<AccessBasis>()
  const add = (basis: AccessBasis, holds: boolean) => holds && found.add(basis)
  const leading = leads(actor, part)
  const at = aboutStaff.includes(part.kind) ? leading : worksIn(actor, part)
  const shared = file.parts.filter(
    other => other === part || (sameOffice(other, part) && !keepsApart.includes(part.unit)),
  )
  add('assigned', at && shared.some(other => isAssigned(actor, file, other)))
  add('queue', at && openTasks(file, part).some(task => isInQueueOf(actor, task, part)))
  add(
    'asked',
    file.tasks.some(task => task.process === part.process && isAsked(actor, task, part)),
  )
  add('neighbour', !at && file.parts.some(other => isColleaguesIn(other, part) && isHeld(actor, file, other)))
  add('leads', leading)
  add('statedReason', leading && (actor.reason ?? null) !== null)
  add('breakGlass', isHere(actor, part) && file.glass[part.administration] !== undefined)
  add('raised', part.kind === 'concern' && file.raisedBy === id && !file.raisedByParent)
  add('informed', part.kind === 'concern' && part.people.institutionLeader === id && !file.raisedByParent)
  add(
    'office',
    aboutRights.includes(part.kind) &&
      actor.affiliations.some(({ role }) => role === 'dataProtectionOfficer'),
  )
  add('colleague', at)
  add('administration', isHere(actor, part))
  return found
}

const isColleaguesIn = (other: Part, part: Part): boolean =>
  other !== part && other.administration === part.administration && other.unit !== part.unit

const isHeld = (actor: Actor, file: FileFacts, other: Part): boolean =>
  worksIn(actor, other) && !other.offered && isAssigned(actor, file, other)

/** Whether somebody has a workplace in the administration of a process where cases are worked on. */
function isHere(actor: Actor, part: Part): boolean {
  return actor.affiliations.some(
    ({ administration, role }) => administration === part.administration && worksOnCases.includes(role),
  )
}

const worksOnCases: readonly Role[] = [
  'socialWorker',
  'familyCaseworker',
  'dutyOfficer',
  'familyHouseTherapist',
  'teamLeader',
  'familyGroupLeader',
  'familyHouseLeader',
]

const sameOffice = (a: Part, b: Part): boolean =>
  a.administration === b.administration && servedBy[a.unit].includes(b.unit)

/** Holds a working part, or, as a worker, an open task. A leader's task alone is a question, not a case. */
function isAssigned(actor: Actor, file: FileFacts, part: Part): boolean {
  if (workingParts.some(name => part.people[name] === actor.id)) return true
  return !leads(actor, part) && openTasks(file, part).some(({ person }) => person === actor.id)
}

const openTasks = (file: FileFacts, part: Part): readonly TaskFacts[] =>
  file.tasks.filter(({ process, open }) => open && process === part.process)

/** A task that nobody has, and that somebody's unit and role may take. Leaders share tasks out; they take none by looking. */
function isInQueueOf(actor: Actor, task: TaskFacts, { administration }: Place): boolean {
  if (task.person !== null || !workersOf[task.unit].includes(task.role)) return false
  return actor.affiliations.some(
    own =>
      own.administration === administration &&
      servedBy[own.unit].includes(task.unit) &&
      workersOf[task.unit].includes(own.role),
  )
}

/** A task that is put to somebody, or that they answered: a repeat of the answer finds out what became of it. */
function isAsked(actor: Actor, task: TaskFacts, part: Place): boolean {
  return task.open ? isPutTo(actor, task, part) : task.closedBy === actor.id
}

/** A task that is put to somebody by name, to a unit of theirs that is not the process's own, such as
 * PPR, or to a role that is no unit's, such as the data-protection officer. */
export function isPutTo(actor: Actor, task: TaskFacts, part: Place): boolean {
  if (task.person !== null) return task.person === actor.id
  if (!servedBy[part.unit].includes(task.unit) && isInQueueOf(actor, task, part)) return true
  return actor.affiliations.some(
    own =>
      own.administration === part.administration &&
      own.role === task.role &&
      !workersOf[task.unit].includes(own.role),
  )
}
