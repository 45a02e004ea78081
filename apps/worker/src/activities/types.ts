import type { CaseEvent, EventOf } from '@brobygger/domain/events'
import type { Administration, GiverRole, Role, Unit } from '@brobygger/domain/codes'
import type { LetterKind, LetterReceipt } from '@brobygger/domain/letters'
import type {
  AccessItem,
  Certificate,
  ConsentInput,
  ErasureCounts,
  LookedUp,
  RetentionItem,
} from '@brobygger/domain/messages'
import type { Deadline, Pause, RuleId } from '@brobygger/domain/policy'
import type { Ledger, ProcessKind } from '@brobygger/domain/processes'
import type { KnownElsewhere } from '@brobygger/domain/tasks'
import type { LeftOut, PlannedVisit, Share, Weighed } from '@brobygger/domain/visits'

/** What one flush of a process writes: its new events and its ledger as it stands after them. */
export interface RecordBatch {
  readonly events: readonly CaseEvent[]
  readonly ledger: Ledger
}

/** Asks for a deadline by rule, or for the end of a date that people agreed on. */
export interface DeadlineRequest {
  readonly rule: RuleId
  readonly from: string
  readonly on?: string
  readonly pauses: readonly Pause[]
  /** The rule as it stood when the deadline was first set; left out to use the one in force now. */
  readonly version?: number
}

/** A letter to a person in a role, or to a giver of consent at the contact kept in the vault. */
export interface Letter {
  /** Number of the effect in its process: with the process id it is the idempotency key. */
  readonly effect: string
  readonly kind: LetterKind
  readonly to: Role | GiverRole
  readonly person: string | null
  /** How many cases it is about, where there are several. */
  readonly number?: number
}

/** What became of a letter; null when the service refused it for good. */
export interface SentLetter {
  readonly effect: string
  readonly letter: string | null
  /** What is known of it: histories from before this was kept have none. */
  readonly status?: LetterReceipt
}

export interface LettersRequest {
  readonly caseId: string
  readonly at: string
  readonly letters: readonly Letter[]
}

/** How a case stands in the case index from an instant on. */
export interface IndexRequest {
  readonly case: string
  readonly status: EventOf<'caseIndexed'>['status']
  readonly at: string
}

/** A child is known at a unit: whom to ask, and nothing more. */
export interface KnownAt {
  readonly contact: string
  readonly unit: Unit
}

/** Whether another process of the same administration took a message: false when it has ended, or said no. */
export interface Told {
  readonly told: boolean
  /** What it answered; processes told before this was kept have none. */
  readonly answer?: unknown
  /** Code of its refusal, `process-ended` when it is gone; likewise. */
  readonly why?: string
}

/** A process to start: its kind, its id, its input without text, and a title for Temporal UI. */
export interface StartRequest {
  readonly kind: ProcessKind
  readonly process: string
  readonly input: object
  readonly title: string
}

/** When a visit is prepared, and when its day is over, as instants. */
export interface VisitMoments {
  readonly on: string
  readonly prepareAt: string
  readonly endsAt: string
}

/** Asks for the plan of a round: what the weights are, and which visits of the quarter have been held. */
export interface PlanRequest {
  readonly cluster: string
  readonly quarter: string
  readonly at: string
  readonly weights: readonly { readonly institution: string; readonly weight: number }[]
  readonly held: readonly PlannedVisit[]
  /** The cluster's social worker, whose leave may overlap the quarter. */
  readonly socialWorker: string
}

/** A round as it is planned under the municipality's hours, rules, closed days and closing weeks. */
export interface RoundPlan {
  readonly shares: readonly Share[]
  readonly visits: readonly (PlannedVisit & VisitMoments)[]
  readonly leftOut: readonly LeftOut[]
  /** Leaders of the institutions, or who stands in for them. */
  readonly leaders: readonly string[]
  /** Who stands in for the social worker, from the first morning of a leave to the one after its last day. */
  readonly standIn: { readonly to: string; readonly begins: string; readonly until: string } | null
}

/** What a visit is prepared with: the institution's leader, and the codes of its open concerns. */
export interface Agenda {
  readonly institution: string
  readonly leader: string | null
  readonly agenda: readonly string[]
}

/** The concerns of these institutions as they stand at an instant: real ones, or those of practice cases. */
export interface ConcernsRequest {
  readonly institutions: readonly string[]
  readonly practice: boolean
  readonly at: string
}

/** Run as local activities: short, idempotent, close by. */
export interface ShortActivities {
  record(batch: RecordBatch): Promise<void>
  setDeadline(request: DeadlineRequest): Promise<Deadline>
  /** The amount of a rule as this municipality has set it. */
  amountOf(request: { rule: RuleId }): Promise<number>
  /** The instant of 08:00 local time on a date: when a stand-in gives tasks back. */
  morningOf(request: { on: string }): Promise<string>
  planRound(request: PlanRequest): Promise<RoundPlan>
  /** The moments of a visit on a date; one that has passed means today. */
  visitMoments(request: { on: string; at: string }): Promise<VisitMoments>
}

/** Outward calls that are first tried inside the workflow task, and then given the time they need. */
export type NearActivities = Pick<
  OrdinaryActivities,
  | 'sendLetters'
  | 'checkInstitution'
  | 'startConsent'
  | 'startProcess'
  | 'tell'
  | 'weighBurden'
  | 'readAgendas'
>

/** Run as ordinary activities: they leave the process. */
export interface OrdinaryActivities {
  sendLetters(request: LettersRequest): Promise<readonly SentLetter[]>
  checkInstitution(request: {
    institution: string
  }): Promise<{ status: 'open' | 'closed' | 'merged' | 'unknown' }>
  /** Null where a person has to enter the case. */
  openFamilyCase(request: {
    key: string
    caseId: string
    offer: string
    at: string
  }): Promise<{ caseNumber: string | null }>
  /** Says how an identified case stands to the case index, once however often; false where there is nothing to say. */
  keepInCaseIndex(request: IndexRequest): Promise<{ indexed: boolean }>
  /** Whom to ask, where the case index knows the child of a case elsewhere. */
  searchCaseIndex(request: { case: string }): Promise<{ known: readonly KnownAt[] }>
  startConsent(request: ConsentInput): Promise<void>
  /** Starts a process of the same administration and returns when its start is recorded; a repeat finds the first. */
  startProcess(request: StartRequest): Promise<void>
  tell(request: { process: string; update: string; id: string; message: unknown }): Promise<Told>
  /** The burden of institutions from the concerns raised there, and the weights it proposes. */
  weighBurden(request: ConcernsRequest): Promise<readonly Weighed[]>
  readAgendas(request: ConcernsRequest): Promise<readonly Agenda[]>
}

/** The morning's look at which rounds of visits should be under way. */
export interface RoundsActivities {
  openRounds(request: { at: string }): Promise<{ rounds: number }>
}

/** What the sender of an offer lets its receiver read, and why. */
export interface GrantRequest {
  /** Own texts of the case: references in the vault. */
  readonly refs: readonly string[]
  readonly from: Administration
  readonly to: Administration
  readonly caseId: string
  readonly offer: string
  readonly basis: 'consent' | 'duty' | 'statutory'
  /** Id of the consent, where the basis is consent; null else. */
  readonly consent: string | null
  /** Instant at which it ends by itself. */
  readonly until: string | null
}

/** Takes back what was granted on an offer, or what rests on a consent. */
export type RevokeRequest = ({ readonly offer: string } | { readonly consent: string }) & {
  /** Code of the reason. */
  readonly why: string
}

/** The sealed envelope of a consent. */
export interface EnvelopeRequest {
  readonly caseId: string
  readonly consent: string
}

/** Keys as access: each of them can be repeated, and holds from the moment it returns. */
export interface KeyActivities {
  grant(request: GrantRequest): Promise<void>
  revoke(request: RevokeRequest): Promise<void>
  /** What was accepted stays on the receiver's file, whatever becomes of the consent. */
  keepOnFile(request: { readonly offer: string; readonly refs: readonly string[] }): Promise<void>
  /** Opens what is in an envelope into the case; gives its references. */
  openEnvelope(request: EnvelopeRequest): Promise<readonly string[]>
  /** Destroys an envelope's key and what is in it. */
  destroyEnvelope(request: EnvelopeRequest): Promise<{ readonly texts: number }>
}

/** A page of the open processes in which somebody has a part or a task. */
export interface HeldRequest {
  readonly person: string
  /** The file of whoever asks, which is no part of the person's work. */
  readonly except: string
  readonly practice: boolean
  /** Only these cases; all when left out. */
  readonly cases?: readonly string[] | undefined
  /** The last process of the page before. */
  readonly after: string | null
}

/** Reads of the read model whose answer must stand in the history before anything follows from it. */
export interface ReadActivities {
  /** Ids of processes of this administration, in their order; empty when there are no more. */
  heldBy(request: HeldRequest): Promise<readonly string[]>
  /** Those of the processes whose cases are hidden from a person who declared a conflict of interest. */
  hiddenFrom(request: { processes: readonly string[]; person: string }): Promise<readonly string[]>
  /** Every text that this administration holds in these cases. */
  textsHeld(request: { cases: readonly string[] }): Promise<readonly AccessItem[]>
  /** Cases that have been kept as long as their rules say. */
  pastRetention(request: { at: string }): Promise<readonly RetentionItem[]>
  countHeldBy(request: Omit<HeldRequest, 'after'>): Promise<number>
}

/** Asks about the child of a case in the register of persons. */
export interface LookUpRequest {
  readonly caseId: string
  /** Number of the effect in its process: repeats are one look-up. */
  readonly key: string
  /** The case's now: what the register says is a night old by then. */
  readonly at: string
}

/** The register of persons, asked about whom a case is about. What is personal stays in the vault. */
export interface PersonActivities {
  /** Null when the case has no child with a number. */
  lookUpPerson(request: LookUpRequest): Promise<LookedUp | null>
  /** Gives a person the number that replaced theirs, and says who else is known by it. */
  takeNewNumber(request: {
    readonly caseId: string
    readonly key: string
    readonly person: string
    /** Where the old and the new number lie. */
    readonly text: string
  }): Promise<{ readonly known: readonly KnownElsewhere[] }>
}

/** The morning's round of digests. */
export interface DigestActivities {
  sendDigests(request: { at: string }): Promise<{ sent: number }>
}

/** The steps of an erasure. Which case it is about, the worker looks up; a repeat gives what was found first. */
export interface ErasureActivities {
  /** Ends and deletes every execution of the case, and waits until none is left. */
  eraseExecutions(request: { erasure: string }): Promise<ErasureCounts>
  /**
   * The case index takes the case out, and the family group's case system erases what it has; `familyCaseSystemByHand` cases are for a person to erase there.
   * Letters that were sent are their readers'.
   */
  eraseOutside(request: { erasure: string }): Promise<ErasureCounts>
  /** Destroys the case's keys, texts and drafts. */
  eraseTexts(request: { erasure: string }): Promise<ErasureCounts>
  /** Makes the case anonymous in the event log. */
  eraseLog(request: { erasure: string }): Promise<ErasureCounts>
  /** Looks once more that nothing is left, destroys the mapping to the case, and gives the certificate's hash. */
  certify(request: { erasure: string; certificate: Certificate }): Promise<{ hash: string }>
  /** Notes which case an erasure is about, under a code of its own; a case that is being erased keeps its first. */
  openErasure(request: { case: string; practice: boolean }): Promise<{ process: string }>
}

/** What is fetched from the register of persons, and told to the processes that it concerns. */
export interface RegistryActivities {
  fetchRegistryEvents(): Promise<{ taken: number; told: number }>
}

/** What schools note of their pupils is fetched, and told to the cases that may know it. */
export interface SchoolAbsenceActivities {
  fetchSchoolAbsence(): Promise<{ lines: number; told: number }>
}

/** The morning's look at whether the list of the month should be under way. */
export interface RetentionActivities {
  openRetention(request: { at: string }): Promise<{ lists: number }>
}
