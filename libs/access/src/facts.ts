import type { AccessReason, Administration, IdentityDegree, Role, Unit } from '@brobygger/domain/codes'
import type { People, StaffMember } from '@brobygger/domain/organisation'
import type { ProcessKind } from '@brobygger/domain/processes'

/** Who asks: a member of staff with their workplaces, and the reason they stated, if any. */
export interface Actor extends Pick<StaffMember, 'id' | 'affiliations'> {
  readonly reason?: AccessReason | null
}

/** A task as access needs to know it. */
export interface TaskFacts {
  readonly id: string
  readonly process: string
  readonly role: Role
  readonly unit: Unit
  readonly person: string | null
  readonly open: boolean
  readonly closedBy: string | null
}

/** One process of a file. */
export interface Part {
  readonly process: string
  readonly kind: ProcessKind
  readonly administration: Administration
  readonly unit: Unit
  readonly open: boolean
  readonly people: Partial<People>
  /** Who declared a conflict of interest. */
  readonly hiddenFrom: readonly string[]
  /** Whether it came of an offer that its unit has not accepted. */
  readonly offered: boolean
}

/** What a decision about a file rests on, from one query. Instants are ISO in UTC. */
export interface FileFacts {
  readonly caseId: string
  readonly practice: boolean
  readonly raisedBy: string | null
  readonly raisedByParent: boolean
  readonly degree: IdentityDegree | null
  /** Who of the case has a protected address: what they are to the child, such as `mother`; empty when nobody has. */
  readonly protectedPersons: readonly string[]
  /** Oldest first. */
  readonly parts: readonly Part[]
  /** The open tasks, and the one that is asked about. */
  readonly tasks: readonly TaskFacts[]
  /** The only people for whom an administration's part of the file is there; null where it is not restricted. */
  readonly restricted: Partial<Record<Administration, readonly string[]>>
  /** Until when the actor has urgent access in an administration. */
  readonly glass: Partial<Record<Administration, string>>
}

/** A file, and what of it an action is about. */
export interface FileTarget {
  readonly file: FileFacts
  /** Only this process; the whole file when left out. */
  readonly process?: string | undefined
  readonly task?: string | undefined
  /** The server's own time, an ISO instant: urgent access ends by it. */
  readonly now: string
}

/** What an action without a file is about: a colleague, or an administration. */
export interface OfficeTarget {
  readonly colleague?: Pick<StaffMember, 'id' | 'affiliations'>
  readonly administration?: Administration
}
