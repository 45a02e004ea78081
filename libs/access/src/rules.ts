import type { AccessBasis, AccessPurpose, Role } from '@brobygger/domain/codes'
import type { ProcessKind } from '@brobygger/domain/processes'
import type { FileAction, OfficeAction } from './actions.js'
import type { Field } from './fields.js'
import { aboutRights } from './relations.js'

/** Who may do what to a file, and what they see of it. */
export interface FileRule {
  readonly basis: AccessBasis
  /** Only for these roles; whatever the role when left out. */
  readonly roles?: readonly Role[]
  /** Only in processes of these kinds; in all when left out. */
  readonly kinds?: readonly ProcessKind[]
  /** Only while an offer has not been accepted, or only when none waits; both when left out. */
  readonly offered?: boolean
  readonly does: readonly FileAction[]
  readonly sees: readonly Field[]
  readonly purpose: AccessPurpose
}

/** Who may do what without a file. */
export interface OfficeRule {
  readonly does: readonly OfficeAction[]
  /** Whatever the role when left out. */
  readonly roles?: readonly Role[]
  /** Only to a colleague whose unit they lead, to themselves too, or for an administration where they lead. */
  readonly to?: 'ledColleague' | 'ledColleagueOrSelf' | 'ownAdministration'
  readonly purpose: AccessPurpose
  readonly basis: AccessBasis
}

const reads = [
  'readCase',
  'readProcess',
  'readEvents',
  'readResponsible',
  'readTask',
  'readConsent',
  'readHandover',
  'readDocument',
  'readCourse',
  'readGroup',
  'readRound',
  'readBulk',
  'readRequest',
  'readErasure',
  'readRetention',
  'readAccessReview',
] as const satisfies readonly FileAction[]

const steers = [
  'assignTask',
  'handOver',
  'pause',
  'recompute',
  'close',
  'reopen',
  'fastForward',
] as const satisfies readonly FileAction[]

const works = [
  'answerTask',
  'addEntry',
  'noteConsent',
  'answerOffer',
  'makeCurveCode',
  'referToHouse',
] as const satisfies readonly FileAction[]

/** The duty to notify, and a conflict of interest, are personal: no role and no leader stands before them. */
const always = ['escalate', 'declareConflict'] as const satisfies readonly FileAction[]

const everything = [
  'stage',
  'codes',
  'people',
  'tasks',
  'ownTasks',
  'ownText',
  'ownLetters',
  'offered',
  'texts',
  'identity',
  'whereabouts',
  'consents',
  'handovers',
  'letters',
  'entries',
  'events',
  'scores',
] as const satisfies readonly Field[]

const outline = ['stage', 'people', 'tasks', 'ownTasks', 'ownLetters'] as const satisfies readonly Field[]

/** Files that are about no child: places, visits, who has whose work. */
const aboutNoChild: readonly ProcessKind[] = ['familyHouseGroup', 'visitRound', 'bulkHandOver']
const aboutErasure: readonly ProcessKind[] = ['erasure', 'retention']
const aboutAChild: readonly ProcessKind[] = [
  'concern',
  'consent',
  'referral',
  'notification',
  'familyHouseCourse',
]

const workers: readonly Role[] = ['socialWorker', 'familyCaseworker', 'dutyOfficer', 'familyHouseTherapist']
const leaders: readonly Role[] = ['teamLeader', 'familyGroupLeader', 'familyHouseLeader']
const workersAndLeaders = [...workers, ...leaders]

const ofOffer = {
  does: [...reads, ...steers, ...always, 'answerTask', 'addEntry', 'answerOffer', 'referToHouse'],
  sees: [...outline, 'offered', 'letters'],
  purpose: 'answer',
} as const satisfies Partial<FileRule>

const ofCase = {
  does: [...reads, ...works, ...steers, ...always],
  sees: everything,
  purpose: 'help',
} as const satisfies Partial<FileRule>

/** Every rule about files. What no rule allows is refused. */
export const fileRules: readonly FileRule[] = [
  // Whoever has the case, and whoever may take it from the queue
  { basis: 'assigned', roles: workersAndLeaders, offered: false, ...ofCase },
  { basis: 'queue', roles: workersAndLeaders, offered: false, ...ofCase },
  // Only the sender takes an offer back
  {
    basis: 'assigned',
    roles: workersAndLeaders,
    kinds: ['concern'],
    does: ['revokeOffer'],
    sees: [],
    purpose: 'help',
  },
  // What the outreach social worker alone does
  ...(['assigned', 'queue'] as const).map(basis => ({
    basis,
    roles: ['socialWorker'] as const,
    kinds: ['concern'] as const,
    does: ['readHints', 'shareInMeeting', 'assignNumber'] as const,
    sees: [],
    purpose: 'help' as const,
  })),
  // Whoever has the case, or leads its unit, writes down that it shall be erased; others decide
  ...(['assigned', 'leads'] as const).map(basis => ({
    basis,
    roles: workersAndLeaders,
    kinds: aboutAChild,
    offered: false,
    does: ['askErasure'] as const,
    sees: [],
    purpose: 'dataProtection' as const,
  })),
  // Disclosure against the family's word has one person who answers for it
  {
    basis: 'leads',
    roles: ['teamLeader'],
    kinds: ['concern'],
    does: ['overrideConsent'],
    sees: [],
    purpose: 'help',
  },
  // Until the family group accepts, it sees what was sent and no more
  { basis: 'assigned', roles: workersAndLeaders, offered: true, ...ofOffer },
  { basis: 'queue', roles: workersAndLeaders, offered: true, ...ofOffer },
  // A question to one person: a leader's decision, another resource person, the raiser's own duty
  {
    basis: 'asked',
    does: ['readCase', 'readProcess', 'readTask', 'answerTask', 'answerOffer', ...always],
    sees: ['ownTasks', 'ownLetters'],
    purpose: 'help',
  },
  {
    basis: 'asked',
    roles: leaders,
    does: ['assignTask', 'handOver', 'addEntry', 'fastForward'],
    sees: outline,
    purpose: 'steering',
  },
  { basis: 'asked', roles: ['resourcePerson'], does: [], sees: ['stage', 'codes'], purpose: 'help' },
  // Whoever decides about an erasure sees which case it is, and why it is asked for
  {
    basis: 'asked',
    roles: leaders,
    kinds: aboutErasure,
    does: ['readErasure', 'readRetention'],
    sees: everything,
    purpose: 'dataProtection',
  },
  // Whoever reviews an urgent access sees who took it, why, and what they looked at; of the case nothing more
  {
    basis: 'asked',
    roles: [...leaders, 'dataProtectionOfficer'],
    kinds: ['accessReview'],
    does: ['readAccessReview'],
    sees: everything,
    purpose: 'supervision',
  },
  {
    basis: 'leads',
    roles: leaders,
    kinds: aboutErasure,
    does: reads,
    sees: everything,
    purpose: 'dataProtection',
  },
  // Another part of the same case, in another unit: where it stands
  {
    basis: 'neighbour',
    roles: workers,
    offered: false,
    does: ['readCase', 'readProcess', 'readCourse', 'escalate'],
    sees: ['stage', 'codes'],
    purpose: 'help',
  },
  // Leaders: task, due date, owner; the case only on a stated reason
  {
    basis: 'leads',
    roles: leaders,
    does: ['readCase', 'readProcess', 'readTask', 'readResponsible', 'addEntry', ...steers, ...always],
    sees: outline,
    purpose: 'steering',
  },
  // A review that its leader could shut to others would be nobody's to look at
  {
    basis: 'leads',
    roles: leaders,
    kinds: [...aboutAChild, ...aboutNoChild, ...aboutErasure, 'accessRequest'],
    does: ['restrict'],
    sees: outline,
    purpose: 'steering',
  },
  {
    basis: 'statedReason',
    roles: leaders,
    offered: false,
    does: reads,
    sees: everything,
    purpose: 'supervision',
  },
  {
    basis: 'statedReason',
    roles: leaders,
    offered: true,
    does: reads,
    sees: [...outline, 'offered', 'letters'],
    purpose: 'supervision',
  },
  // The family house's leader answers for every course and its scores
  {
    basis: 'leads',
    roles: ['familyHouseLeader'],
    kinds: ['familyHouseCourse'],
    does: ['readCourse', 'makeCurveCode', 'readEvents'],
    sees: everything,
    purpose: 'steering',
  },
  // Places, visits and bulk hand-overs are about no child
  {
    basis: 'leads',
    roles: leaders,
    kinds: aboutNoChild,
    does: [...reads, 'takePlace', 'setCapacity'],
    sees: everything,
    purpose: 'steering',
  },
  {
    basis: 'assigned',
    kinds: ['familyHouseGroup'],
    does: ['takePlace', 'setCapacity'],
    sees: [],
    purpose: 'help',
  },
  {
    basis: 'colleague',
    roles: workers,
    kinds: ['familyHouseGroup'],
    does: ['readCase', 'readProcess', 'readGroup', 'takePlace'],
    sees: everything,
    purpose: 'help',
  },
  {
    basis: 'colleague',
    roles: workers,
    kinds: ['visitRound'],
    does: ['readCase', 'readProcess', 'readRound'],
    sees: everything,
    purpose: 'help',
  },
  // The institution: its own text and code, and what it was told
  {
    basis: 'raised',
    does: ['readCase', 'escalate'],
    sees: ['codes', 'ownText', 'ownLetters'],
    purpose: 'reply',
  },
  { basis: 'informed', does: ['readCase', 'escalate'], sees: ['codes', 'ownLetters'], purpose: 'reply' },
  // The data-protection officer: requests, erasures and lists, no content
  {
    basis: 'office',
    roles: ['dataProtectionOfficer'],
    kinds: aboutRights,
    does: ['readProcess', 'readRequest', 'readErasure', 'readRetention', 'readAccessReview'],
    sees: outline,
    purpose: 'dataProtection',
  },
  // Urgent access: taken by whoever works on cases of the administration, reading only, reviewed afterwards
  {
    basis: 'administration',
    roles: workersAndLeaders,
    kinds: aboutAChild,
    does: ['breakGlass'],
    sees: [],
    purpose: 'emergency',
  },
  {
    basis: 'breakGlass',
    roles: workersAndLeaders,
    offered: false,
    does: reads,
    sees: everything,
    purpose: 'emergency',
  },
]

const house: readonly Role[] = ['familyHouseTherapist', 'familyHouseLeader']
const familyGroup: readonly Role[] = ['familyCaseworker', 'familyGroupLeader', 'dutyOfficer']

/** Every rule about what has no file, or begins one. */
export const officeRules: readonly OfficeRule[] = [
  // The duty to notify is every employee's, so everybody can raise a concern
  { does: ['raiseConcern', 'logOut', 'lookUp', 'listWork'], purpose: 'everyday', basis: 'everybody' },
  {
    does: ['listCases'],
    roles: [...workersAndLeaders, 'raiser', 'institutionLeader', 'resourcePerson'],
    purpose: 'help',
    basis: 'office',
  },
  { does: ['beginRequest'], roles: workersAndLeaders, purpose: 'dataProtection', basis: 'office' },
  { does: ['listCourses'], roles: house, purpose: 'help', basis: 'office' },
  {
    does: ['askForCourse', 'listGroups'],
    roles: [...house, ...familyGroup],
    purpose: 'help',
    basis: 'office',
  },
  { does: ['openGroup'], roles: ['familyHouseLeader'], purpose: 'steering', basis: 'office' },
  { does: ['listRounds'], roles: ['socialWorker', 'teamLeader'], purpose: 'steering', basis: 'office' },
  { does: ['startRound'], roles: ['teamLeader'], purpose: 'steering', basis: 'office' },
  {
    does: ['startRetention'],
    roles: ['teamLeader', 'familyGroupLeader'],
    purpose: 'dataProtection',
    basis: 'office',
  },
  { does: ['handOverAll'], roles: leaders, to: 'ledColleague', purpose: 'steering', basis: 'leads' },
  { does: ['readWork'], to: 'ledColleagueOrSelf', purpose: 'steering', basis: 'leads' },
  {
    does: ['readLog', 'exportLog'],
    roles: ['dataProtectionOfficer'],
    purpose: 'dataProtection',
    basis: 'office',
  },
  { does: ['sampleLog', 'reviewAccess'], roles: leaders, purpose: 'supervision', basis: 'office' },
  { does: ['listStuck'], roles: ['operations'], purpose: 'operations', basis: 'office' },
  { does: ['decode'], roles: leaders, to: 'ownAdministration', purpose: 'supervision', basis: 'leads' },
]
