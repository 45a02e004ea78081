import type { Selection } from 'kysely'
import type { Database } from '../tables/database.js'

/** Every case, process and task belongs to an administration, and is real or for practice. */
const owned = ['case_id as caseId', 'administration', 'practice'] as const

export const processColumns = [
  ...owned,
  'id',
  'kind',
  'unit',
  'step',
  'status',
  'started_at as startedAt',
  'ended_at as endedAt',
  'outcome',
  'paused',
  'people',
  'hidden_from as hiddenFrom',
] as const

export const taskColumns = [
  ...owned,
  'id',
  'process',
  'kind',
  'step',
  'role',
  'unit',
  'person',
  'owed',
  'about',
  'status',
  'opened_at as openedAt',
  'due_at as dueAt',
  'due_on as dueOn',
  'remind_at as remindAt',
  'reminded_at as remindedAt',
  'overdue',
  'told',
  'closed_at as closedAt',
  'closed_by as closedBy',
  'answer',
  'text_ref as textRef',
  'withdrawn_why as withdrawnWhy',
] as const

export const deadlineColumns = [
  ...owned,
  'id',
  'process',
  'rule',
  'rule_version as ruleVersion',
  'from_at as from',
  'due_at as dueAt',
  'due_on as dueOn',
  'remind_at as remindAt',
  'explanation',
  'moved',
  'moved_at as movedAt',
  'moved_why as movedWhy',
  'deadlines.status',
] as const

export const consentColumns = [
  ...owned,
  'id',
  'process',
  'purpose',
  'from_unit as from',
  'to_unit as to',
  'kinds',
  'covered_kinds as coveredKinds',
  'status',
  'text_version as textVersion',
  'language',
  'interpreter',
  'review_on as reviewOn',
  'text_ref as textRef',
  'requested_at as requestedAt',
  'delivered_at as deliveredAt',
  'decided_at as decidedAt',
  'flagged',
] as const

export const answerColumns = [
  'giver',
  'custody',
  'consent_answers.status',
  'form',
  'kinds',
  'answered_at as answeredAt',
  'reminded_at as remindedAt',
  'sealed_ref as sealedRef',
  'text_ref as textRef',
] as const

export const handoverColumns = [
  ...owned,
  'offer',
  'process',
  'direction',
  'contract',
  'basis',
  'status',
  'to_unit as toUnit',
  'consent',
  'age_band as ageBand',
  'main_category as mainCategory',
  'offered_at as offeredAt',
  'delivered_at as deliveredAt',
  'answered_at as answeredAt',
  'person',
  'screening',
  'case_number as caseNumber',
  'decline_reason as declineReason',
  'revoke_reason as revokeReason',
  'documents',
  'siblings',
  'text_ref as textRef',
  'answer_text_ref as answerTextRef',
] as const

export const basisColumns = [
  'administration',
  'id',
  'process',
  'kind',
  'units',
  'held_on as heldOn',
  'follow_up as followUp',
  'stated_at as statedAt',
  'stated_by as statedBy',
  'text_ref as textRef',
  'reviewed_at as reviewedAt',
  'reviewed_by as reviewedBy',
  'upheld',
  'review_text_ref as reviewTextRef',
] as const

export const relationColumns = [
  'administration',
  'relation',
  'contact',
  'unit',
  'found_at as foundAt',
] as const

export const mergeColumns = ['administration', 'merged', 'merged_at as mergedAt'] as const

export const registryEventColumns = [
  'administration',
  'process',
  'fact',
  'person',
  'relation',
  'happened_on as on',
  'municipality',
  'text_ref as textRef',
  'absence',
  'received_at as receivedAt',
] as const

export const personLookUpColumns = [
  'administration',
  'process',
  'person',
  'source',
  'outcome',
  'status',
  'is_protected as isProtected',
  'custody',
  'custody_differs as custodyDiffers',
  'has_digital_post as hasDigitalPost',
  'lives_here as livesHere',
  'text_ref as textRef',
  'told_at as at',
  'told_by as by',
] as const

export const helpReportColumns = ['process', 'offer', 'report', 'measure', 'on_date as on', 'at'] as const

export const letterColumns = [
  'administration',
  'process',
  'seq',
  'kind',
  'to_role as to',
  'person',
  'letter',
  'sent_at as sentAt',
  'posted_at as postedAt',
  'delivered_at as deliveredAt',
  'returned_at as returnedAt',
  'returned_why as returnedWhy',
  'receipt',
  'handed_over as handedOver',
  'handed_over_by as handedOverBy',
  'given_up_at as givenUpAt',
  'given_up_text_ref as givenUpTextRef',
] as const

export const noteColumns = [
  'administration',
  'id',
  'text_ref as textRef',
  'written_at as writtenAt',
  'written_by as writtenBy',
  'supersedes',
  'superseded_by as supersededBy',
] as const

export const documentColumns = [
  'administration',
  'id',
  'kind',
  'media_type as mediaType',
  'bytes',
  'text_ref as textRef',
  'added_at as addedAt',
  'added_by as addedBy',
  'superseded_by as supersededBy',
] as const

type Row<T extends keyof Database, C extends readonly string[]> = Selection<Database, T, C[number]>

export type ProcessRow = Row<'processes', typeof processColumns>
export type TaskRow = Row<'tasks', typeof taskColumns>
export type DeadlineRow = Row<'deadlines', typeof deadlineColumns>
export type ConsentRow = Row<'consents', typeof consentColumns>
export type ConsentAnswerRow = Row<'consent_answers', typeof answerColumns>
export type HandoverRow = Row<'handovers', typeof handoverColumns>
export type BasisRow = Row<'bases', typeof basisColumns>
export type RelationRow = Row<'relations', typeof relationColumns>
export type MergeRow = Row<'merges', typeof mergeColumns>
export type RegistryEventRow = Row<'registry_events', typeof registryEventColumns>
export type PersonLookUpRow = Row<'person_look_ups', typeof personLookUpColumns>
export type HelpReportRow = Row<'help_reports', typeof helpReportColumns>
export type LetterRow = Row<'letters', typeof letterColumns>
export type NoteRow = Row<'notes', typeof noteColumns>
export type DocumentRow = Row<'documents', typeof documentColumns>
