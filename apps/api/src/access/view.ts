import { fields, isShielded, type FileFacts, type Field } from '@brobygger/access'
import type { Administration, Role, Unit } from '@brobygger/domain/codes'
import type { StaffMember } from '@brobygger/domain/organisation'
import type { Reading } from '@brobygger/vault'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import type { Granted } from './granted.js'

/** A task, as far as it says whose it is. */
interface SomeTask {
  readonly process: string
  readonly person: string | null
  readonly role: Role
}

/** What of a file its caller sees. */
export class View {
  constructor(
    private readonly who: Pick<StaffMember, 'id' | 'affiliations'>,
    private readonly granted: Granted & { readonly file: FileFacts },
  ) {}

  /** What the guard granted for this request. */
  static of(caller: Person): View {
    const { granted } = caller
    if (granted?.file == null) throw new Problem('access-denied')
    return new View(caller, { ...granted, file: granted.file })
  }

  /** On whose behalf texts are opened. */
  get administrations(): readonly Administration[] {
    return this.granted.decision.administrations
  }

  /** How texts are opened for the caller. */
  get reading(): Reading {
    const { decision, file } = this.granted
    return { as: decision.administrations, whereaboutsOf: decision.worksWithFamily ? [file.caseId] : [] }
  }

  /** Whether somebody of the case has a protected address, and the caller does not need to know where they are. */
  get hidesWhereabouts(): boolean {
    return isShielded(this.granted.file) && !this.granted.decision.worksWithFamily
  }

  /** Whether the caller does the work that the file is about. */
  get worksOnIt(): boolean {
    return this.granted.decision.worksWithFamily
  }

  /** Who has a protected address: what they are to the child. */
  get protectedPersons(): readonly string[] {
    return this.granted.file.protectedPersons
  }

  /** What is shown of no process of the file. */
  get withheld(): Field[] {
    return fields.codes.filter(field => !this.granted.decision.fields.has(field))
  }

  sees(process: string, ...wanted: readonly Field[]): boolean {
    const seen = this.granted.decision.seen.get(process)
    return wanted.some(field => seen?.has(field) ?? false)
  }

  /** Whether anything of a process is shown. */
  knows(process: string): boolean {
    return this.granted.decision.seen.has(process)
  }

  seesTask(task: SomeTask): boolean {
    return this.sees(task.process, 'tasks') || (this.sees(task.process, 'ownTasks') && this.isPutTo(task))
  }

  seesLetter(letter: { readonly process: string; readonly person: string | null }): boolean {
    if (this.sees(letter.process, 'letters')) return true
    return letter.person === this.who.id && this.granted.decision.fields.has('ownLetters')
  }

  /** Whether the text with which the concern was raised is shown. */
  seesRaisersText(process: string, raisedBy: string | null): boolean {
    return this.sees(process, 'texts') || (this.sees(process, 'ownText') && raisedBy === this.who.id)
  }

  /** Processes whose events are shown. */
  get withEvents(): string[] {
    return this.processesWith('events').map(({ process }) => process)
  }

  /** Units whose notes and documents are shown: entries belong to where their author works. */
  get withEntries(): { administration: Administration; unit: Unit }[] {
    return this.processesWith('entries').map(({ administration, unit }) => ({ administration, unit }))
  }

  /** Whether what was sent with an offer is shown. */
  get hasOffer(): boolean {
    return this.granted.decision.fields.has('offered')
  }

  /** Whether who the child is, and which other cases are theirs, is shown of an administration's part. */
  knowsIdentityIn(administration: Administration): boolean {
    return this.processesWith('identity').some(part => part.administration === administration)
  }

  /** Whether who the child is is shown of any part. */
  get knowsIdentity(): boolean {
    return this.granted.decision.fields.has('identity')
  }

  private processesWith(field: Field) {
    return this.granted.file.parts.filter(({ process }) => this.sees(process, field))
  }

  private isPutTo({ person, role }: SomeTask): boolean {
    return person === this.who.id || (person === null && this.who.affiliations.some(own => own.role === role))
  }
}
