import type { AccessBasis, AccessPurpose, Administration, Role } from '@brobygger/domain/codes'
import { isFileAction, type Action, type FileAction, type OfficeAction } from './actions.js'
import type { Actor, FileFacts, FileTarget, OfficeTarget, Part } from './facts.js'
import type { Field } from './fields.js'
import { isPutTo, leads, relationsTo } from './relations.js'
import { fileRules, officeRules, type FileRule } from './rules.js'
import { isShielded, worksWithFamily } from './whereabouts.js'

/** Why somebody is refused. `unknown` is what an address without a file says: that it is there is itself a secret. */
export type DenyCode = 'access-denied' | 'case-restricted' | 'conflict-of-interest' | 'case-unknown'

/** The processes of a file that an action may touch, and what may be seen of each. */
export type Seen = ReadonlyMap<string, ReadonlySet<Field>>

export interface Allowed {
  readonly allowed: true
  readonly purpose: AccessPurpose
  readonly basis: AccessBasis
  /** What is seen of any of the processes. */
  readonly fields: ReadonlySet<Field>
  /** Empty for what has no file. */
  readonly seen: Seen
  /** Whether they work with the family themselves, and may find it whatever is protected. */
  readonly worksWithFamily: boolean
  /** On whose behalf texts are opened. */
  readonly administrations: readonly Administration[]
}

export type Decision = Allowed | { readonly allowed: false; readonly code: DenyCode }

/**
 * Whether somebody may do something, and what of it they see. Pure: the same facts give the same answer. What no rule
 * allows is refused. A conflict of interest hides the whole file, whatever else holds.
 */
export function may(args: { actor: Actor; action: Action; target: FileTarget | OfficeTarget }): Decision {
  const { actor, action, target } = args
  if (isFileAction(action))
    return 'file' in target ? mayInFile(actor, action, target) : refused('access-denied')
  return 'file' in target ? refused('access-denied') : mayInOffice(actor, action, target)
}

const refused = (code: DenyCode): Decision => ({ allowed: false, code })

function mayInFile(actor: Actor, action: FileAction, target: FileTarget): Decision {
  const { now } = target
  const file = withGlassAt(target.file, now)
  if (file.parts.some(part => part.hiddenFrom.includes(actor.id))) return refused('conflict-of-interest')
  const parts = file.parts.filter(part => target.process === undefined || part.process === target.process)
  const looked = (parts.length === 0 ? file.parts : parts).map(part =>
    lookAt(actor, action, file, part, target.task),
  )
  const granted = looked.filter(({ rules }) => rules.length > 0)
  // Of several bases the one that opens most is the one that counts, and is written down.
  const [first] = granted.flatMap(({ rules }) => rules).sort((a, b) => b.sees.length - a.sees.length)
  if (first !== undefined) {
    const seen = new Map(granted.map(({ part, sees }) => [part.process, sees]))
    return {
      allowed: true,
      purpose: first.purpose,
      basis: first.basis,
      fields: new Set(granted.flatMap(({ sees }) => [...sees])),
      seen,
      worksWithFamily: granted.some(look => look.worksWithFamily),
      administrations: [...new Set(granted.map(({ part }) => part.administration))],
    }
  }
  if (looked.some(({ restricted }) => restricted)) return refused('case-restricted')
  const isKnown = file.parts.some(part => relationsTo(actor, file, part).size > 0)
  return refused(isKnown ? 'access-denied' : 'case-unknown')
}

/** Urgent access that has run out is none. */
function withGlassAt(file: FileFacts, now: string): FileFacts {
  const running = Object.entries(file.glass).filter(([, until]) => Date.parse(until) > Date.parse(now))
  return { ...file, glass: Object.fromEntries(running) }
}

interface Look {
  readonly part: Part
  /** The rules that allow the action. */
  readonly rules: readonly FileRule[]
  readonly sees: ReadonlySet<Field>
  readonly worksWithFamily: boolean
  /** Whether a rule would have allowed it, had the file not been restricted to others. */
  readonly restricted: boolean
}

/** What somebody may do and see in one process of a file. */
function lookAt(actor: Actor, action: FileAction, file: FileFacts, part: Part, task?: string): Look {
  const relations = relationsTo(actor, file, part)
  const roles = rolesIn(actor, part)
  const holding = fileRules.filter(rule => holds(rule, relations, roles, part))
  const named = file.restricted[part.administration]?.includes(actor.id) ?? true
  const open = holding.filter(rule => named || isOpenThough(rule.basis))
  const rules = open
    .filter(rule => rule.does.includes(action) && mayTouch(actor, action, file, part, task))
    .filter(({ basis }) => named || basis === 'breakGlass' || passesRestriction.includes(action))
  const sees = new Set(named ? open.flatMap(rule => rule.sees) : glassFields(open))
  if (file.degree !== 'A2') sees.delete('identity')
  const findsFamily = open.some(tellsWhere)
  if (isShielded(file) && !findsFamily) sees.delete('whereabouts')
  return {
    part,
    rules,
    sees,
    worksWithFamily: findsFamily,
    restricted: !named && rules.length === 0 && holding.some(rule => rule.does.includes(action)),
  }
}

const tellsWhere = ({ basis, sees }: FileRule): boolean =>
  worksWithFamily(basis) && sees.includes('whereabouts')

/** What a restriction to others leaves: its leader lifts it, and urgent access can be taken. */
const passesRestriction: readonly FileAction[] = ['restrict', 'breakGlass']
const isOpenThough = (basis: AccessBasis): boolean =>
  basis === 'leads' || basis === 'administration' || basis === 'breakGlass'
const glassFields = (rules: readonly FileRule[]): readonly Field[] =>
  rules.filter(({ basis }) => basis === 'breakGlass').flatMap(rule => rule.sees)

function holds(
  rule: FileRule,
  relations: ReadonlySet<AccessBasis>,
  roles: ReadonlySet<Role>,
  { kind, offered }: Part,
): boolean {
  return (
    relations.has(rule.basis) &&
    (rule.roles?.some(role => roles.has(role)) ?? true) &&
    (rule.kinds?.includes(kind) ?? true) &&
    (rule.offered === undefined || rule.offered === offered)
  )
}

/** The roles that count for a process: those held in its administration, and a leader's wherever they are asked. */
function rolesIn({ affiliations }: Actor, { administration }: Part): ReadonlySet<Role> {
  const here = affiliations.filter(own => own.administration === administration)
  return new Set((here.length > 0 ? here : affiliations).map(({ role }) => role))
}

/** A task is answered by whom it is put to, or by those who do that role's work; never by a stranger to the question. */
function mayTouch(actor: Actor, action: FileAction, file: FileFacts, part: Part, task?: string): boolean {
  if (action !== 'answerTask') return true
  const asked = file.tasks.find(({ id }) => id === task)
  // One that is not there is refused by the process itself, which knows it best.
  if (asked === undefined) return true
  if (isPutTo(actor, asked, part) || asked.closedBy === actor.id) return true
  return actor.affiliations.some(
    own =>
      own.administration === part.administration &&
      (own.role === asked.role || coversFor(own.role, asked.role)),
  )
}

/** Roles that do each other's work: the duty officer is the family group by night. */
const coversFor = (role: Role, asked: Role): boolean => role === 'dutyOfficer' && asked === 'familyCaseworker'

function mayInOffice(actor: Actor, action: OfficeAction, target: OfficeTarget): Decision {
  const rule = officeRules.find(
    ({ does, roles, to }) =>
      does.includes(action) &&
      (roles === undefined || actor.affiliations.some(({ role }) => roles.includes(role))) &&
      reaches(actor, to, target),
  )
  if (rule === undefined) return refused('access-denied')
  const administrations = [...new Set(actor.affiliations.map(({ administration }) => administration))]
  return {
    allowed: true,
    purpose: rule.purpose,
    basis: rule.basis,
    fields: new Set(),
    seen: new Map(),
    worksWithFamily: false,
    administrations,
  }
}

function reaches(
  actor: Actor,
  to: (typeof officeRules)[number]['to'],
  { colleague, administration }: OfficeTarget,
): boolean {
  switch (to) {
    case undefined:
      return true
    case 'ownAdministration':
      return actor.affiliations.some(own => own.administration === administration && isLeader(own.role))
    case 'ledColleagueOrSelf':
      return colleague?.id === actor.id || placesLed(actor, colleague).length > 0
    case 'ledColleague':
      return placesLed(actor, colleague).length > 0
  }
}

const isLeader = (role: Role): boolean =>
  role === 'teamLeader' || role === 'familyGroupLeader' || role === 'familyHouseLeader'

/** The administrations in which somebody leads a unit that a colleague works in. */
export function placesLed(
  actor: Pick<Actor, 'affiliations'>,
  colleague: OfficeTarget['colleague'],
): readonly Administration[] {
  return [
    ...new Set(
      (colleague?.affiliations ?? [])
        .filter(place => leads(actor, place))
        .map(({ administration }) => administration),
    ),
  ]
}
