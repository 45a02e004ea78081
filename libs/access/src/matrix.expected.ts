import type { FileAction, OfficeAction } from './actions.js'
import type { Field } from './fields.js'
import type { Standing, What, Who } from './testing.js'

/**
 * Who may what, written down by hand from what practice asks for, and on purpose not from the rules: a test compares
 * every cell of the matrix with it. What is not listed is refused. Several lines that fit add up.
 */
const words = {
  // to see
  glance: ['readCase', 'readProcess', 'readTask'],
  look: [
    'readCase',
    'readProcess',
    'readTask',
    'readEvents',
    'readResponsible',
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
  ],
  // to do
  answer: ['answerTask'],
  decide: ['answerOffer'],
  write: ['addEntry'],
  case: ['noteConsent', 'makeCurveCode', 'referToHouse', 'answerOffer'],
  send: ['referToHouse'],
  outreach: ['readHints', 'shareInMeeting', 'assignNumber'],
  override: ['overrideConsent'],
  takeBack: ['revokeOffer'],
  steer: ['assignTask', 'handOver', 'pause', 'recompute', 'close', 'reopen', 'fastForward'],
  give: ['assignTask', 'handOver', 'fastForward'],
  duty: ['escalate', 'declareConflict'],
  tell: ['escalate'],
  places: ['takePlace'],
  room: ['setCapacity'],
  code: ['makeCurveCode'],
  restrict: ['restrict'],
  erase: ['askErasure'],
  breakGlass: ['breakGlass'],
} as const satisfies Record<string, readonly FileAction[]>
type Word = keyof typeof words

const outline: readonly Field[] = ['stage', 'people', 'tasks', 'ownTasks', 'ownLetters']
const offered: readonly Field[] = [...outline, 'offered', 'letters']
const all: readonly Field[] = [
  ...offered,
  'codes',
  'ownText',
  'texts',
  'identity',
  'whereabouts',
  'consents',
  'handovers',
  'entries',
  'events',
  'scores',
]

type Line = readonly [
  who: readonly Who[] | '*',
  what: readonly What[] | '*',
  standing: readonly Standing[] | '*',
  does: readonly Word[],
  sees: readonly Field[],
]

const holding = ['part', 'named', 'queue'] as const
const familyGroup = ['familyCaseworker', 'dutyOfficer'] as const
const youthCases = ['concern', 'consent'] as const
const erasures = ['erasure', 'retention'] as const
const requests = ['request', ...erasures] as const
const rights = [...requests, 'review'] as const
const groupCases = ['accepted', 'notification'] as const

const lines: readonly Line[] = [
  // SW: own cases, and what waits in the queue. All but identity before A2 (the degree takes that away)
  [['socialWorker'], youthCases, holding, ['look', 'answer', 'write', 'case', 'steer', 'duty'], all],
  [['socialWorker'], ['concern'], ['part', 'named'], ['takeBack'], []],
  [['socialWorker'], ['concern'], holding, ['outreach'], []],
  [['teamLeader'], ['concern'], '*', ['override'], []],
  [
    ['socialWorker'],
    ['round', 'bulk', ...requests],
    holding,
    ['look', 'answer', 'write', 'case', 'steer', 'duty'],
    all,
  ],
  // FG: what was offered; after acceptance everything. A notification is theirs at once
  [
    familyGroup,
    ['referral'],
    holding,
    ['look', 'answer', 'decide', 'write', 'steer', 'duty', 'send'],
    offered,
  ],
  [familyGroup, groupCases, holding, ['look', 'answer', 'write', 'case', 'steer', 'duty'], all],
  // FH: own sessions; the groups are the whole house's
  [
    ['familyHouseTherapist'],
    ['course', 'group'],
    holding,
    ['look', 'answer', 'write', 'case', 'steer', 'duty'],
    all,
  ],
  [['familyHouseTherapist'], ['group'], ['part', 'named'], ['room'], []],
  // TL: task, due date, owner
  [
    ['teamLeader'],
    [...youthCases, 'round', 'bulk', ...rights],
    '*',
    ['glance', 'write', 'steer', 'duty'],
    outline,
  ],
  // Everything but the review of a colleague's access can be shut to others
  [['teamLeader'], [...youthCases, 'round', 'bulk', ...requests], '*', ['restrict'], outline],
  [
    ['familyGroupLeader'],
    ['referral', ...groupCases],
    '*',
    ['glance', 'write', 'steer', 'duty', 'restrict'],
    outline,
  ],
  [
    ['familyHouseLeader'],
    ['course', 'group'],
    '*',
    ['glance', 'write', 'steer', 'duty', 'restrict'],
    outline,
  ],
  // A leader who does the work of a case is its worker
  [['teamLeader'], [...youthCases, 'round', 'bulk', ...rights], ['part'], ['look', 'case'], all],
  [['teamLeader'], ['concern'], ['part'], ['takeBack'], []],
  [['familyGroupLeader'], ['referral'], ['part'], ['look', 'decide', 'send'], offered],
  [['familyGroupLeader'], groupCases, ['part'], ['look', 'case'], all],
  [['familyHouseLeader'], ['course', 'group'], ['part'], ['look', 'case'], all],
  // Places and visits are about no child; the house's leader answers for every course
  [['teamLeader'], ['round', 'bulk'], '*', ['look', 'places', 'room'], all],
  [['familyHouseLeader'], ['group'], '*', ['look', 'places', 'room'], all],
  [['familyHouseLeader'], ['course'], '*', ['code'], all],
  [['familyHouseTherapist'], ['group'], '*', ['places'], all],
  [['socialWorker'], ['round'], '*', [], all],
  // An erasure is asked for by whoever has the case or leads there; a leader who decides sees which case it is
  [['socialWorker'], youthCases, ['part', 'named'], ['erase'], []],
  [['teamLeader'], youthCases, '*', ['erase'], []],
  [familyGroup, groupCases, ['part', 'named'], ['erase'], []],
  [['familyGroupLeader'], groupCases, '*', ['erase'], []],
  [['familyHouseTherapist'], ['course'], ['part', 'named'], ['erase'], []],
  [['familyHouseLeader'], ['course'], '*', ['erase'], []],
  [['teamLeader'], erasures, '*', ['look'], all],
  // Who reviews an urgent access: never the colleagues of whoever took it
  [
    ['teamLeader', 'familyGroupLeader', 'familyHouseLeader', 'dataProtectionOfficer'],
    ['review'],
    ['named'],
    [],
    all,
  ],
  // DPO: log and requests, no content
  [['dataProtectionOfficer'], rights, '*', [], outline],
  // Whoever is asked something answers it, and knows of the duty
  ['*', '*', ['named'], ['glance', 'answer', 'decide', 'duty'], ['ownTasks', 'ownLetters']],
  [['teamLeader', 'familyGroupLeader', 'familyHouseLeader'], '*', ['named'], ['give', 'write'], outline],
  [['familyGroupLeader', 'familyHouseLeader'], erasures, ['named'], [], all],
  [['resourcePerson'], '*', ['named'], [], ['stage', 'codes']],
  // R and NL: own text, code, received and answered
  ['*', ['concern'], ['raised'], ['tell'], ['codes', 'ownText', 'ownLetters']],
  ['*', ['concern'], ['informed'], ['tell'], ['codes', 'ownLetters']],
]

/** Single actions, where a word would say too much. */
const single: readonly (readonly [Line[0], Line[1], Line[2], readonly FileAction[]])[] = [
  ['*', ['concern'], ['raised', 'informed'], ['readCase']],
  [['teamLeader'], [...youthCases, 'round', 'bulk', ...rights], '*', ['readResponsible']],
  [['familyGroupLeader'], ['referral', ...groupCases], '*', ['readResponsible']],
  [['familyHouseLeader'], ['course', 'group'], '*', ['readResponsible']],
  [['familyHouseLeader'], ['course'], '*', ['readCourse', 'readEvents']],
  [['familyHouseTherapist'], ['group'], '*', ['readCase', 'readProcess', 'readGroup']],
  [['socialWorker'], ['round'], '*', ['readCase', 'readProcess', 'readRound']],
  [
    ['dataProtectionOfficer'],
    rights,
    '*',
    ['readProcess', 'readRequest', 'readErasure', 'readRetention', 'readAccessReview'],
  ],
  [['teamLeader', 'familyGroupLeader', 'familyHouseLeader'], ['review'], ['named'], ['readAccessReview']],
  [['familyGroupLeader', 'familyHouseLeader'], erasures, ['named'], ['readErasure', 'readRetention']],
  [['socialWorker', 'teamLeader'], youthCases, '*', ['breakGlass']],
  [
    ['familyCaseworker', 'dutyOfficer', 'familyGroupLeader', 'familyHouseTherapist', 'familyHouseLeader'],
    ['referral', 'accepted', 'notification', 'course'],
    '*',
    ['breakGlass'],
  ],
  [['employedElsewhere'], ['referral', 'accepted', 'notification', 'course'], '*', ['breakGlass']],
]

export interface Expected {
  readonly does: ReadonlySet<FileAction>
  readonly sees: ReadonlySet<Field>
}

const has = <T>(list: readonly T[] | '*', item: T): boolean => list === '*' || list.includes(item)

/** What holds without a stated reason, a conflict, a restriction or urgent access. */
export function expectedPlain(who: Who, what: What, standing: Standing): Expected {
  const fitting = lines.filter(line => has(line[0], who) && has(line[1], what) && has(line[2], standing))
  const more = single.filter(line => has(line[0], who) && has(line[1], what) && has(line[2], standing))
  return {
    does: new Set([
      ...fitting.flatMap(line => line[3].flatMap((word): readonly FileAction[] => words[word])),
      ...more.flatMap(line => line[3]),
    ]),
    sees: new Set(fitting.flatMap(line => line[4])),
  }
}

/** What a leader sees more for a stated reason, and what urgent access opens to those who may take it. */
export const forReason: Readonly<Partial<Record<Who, readonly What[]>>> = {
  teamLeader: [...youthCases, 'round', 'bulk', ...rights],
  familyGroupLeader: ['referral', ...groupCases],
  familyHouseLeader: ['course', 'group'],
}
export const seenForReason = (what: What): Expected => ({
  does: new Set(words.look),
  sees: new Set(what === 'referral' ? offered : all),
})
const urgentRoles: Readonly<Record<string, readonly Who[]>> = {
  youth: ['socialWorker', 'teamLeader'],
  social: [
    'familyCaseworker',
    'dutyOfficer',
    'familyGroupLeader',
    'familyHouseTherapist',
    'familyHouseLeader',
    'employedElsewhere',
  ],
}
/** Urgent access opens what has been accepted, and nothing that was only offered. */
export function urgentlySeen(who: Who, what: What): boolean {
  if (what === 'referral') return false
  const youth: readonly What[] = [...youthCases, 'round', 'bulk', ...rights]
  return (youth.includes(what) ? urgentRoles['youth'] : urgentRoles['social'])?.includes(who) ?? false
}
export const seenUrgently: Expected = { does: new Set(words.look), sees: new Set(all) }

/** Where somebody has a protected address, only those who work with the family see where it is. */
const workWithFamily: readonly (readonly [readonly Who[], readonly What[], readonly Standing[]])[] = [
  [['socialWorker'], [...youthCases, 'round', 'bulk', ...requests], holding],
  [familyGroup, groupCases, holding],
  [['familyHouseTherapist'], ['course', 'group'], holding],
  [['teamLeader'], [...youthCases, 'round', 'bulk', ...rights], ['part']],
  [['familyGroupLeader'], groupCases, ['part']],
  [['familyHouseLeader'], ['course', 'group'], ['part']],
]
export const worksWithTheFamily = (who: Who, what: What, standing: Standing): boolean =>
  workWithFamily.some(line => has(line[0], who) && has(line[1], what) && has(line[2], standing))

const leaders = ['teamLeader', 'familyGroupLeader', 'familyHouseLeader'] as const
const workers = ['socialWorker', 'familyCaseworker', 'dutyOfficer', 'familyHouseTherapist'] as const

/** Who may what has no file: everybody where nobody is named. */
export const expectedOffice: Readonly<Record<OfficeAction, readonly Who[] | '*'>> = {
  raiseConcern: '*',
  logOut: '*',
  lookUp: '*',
  listWork: '*',
  listCases: [...workers, ...leaders, 'employedElsewhere', 'raiser', 'institutionLeader', 'resourcePerson'],
  beginRequest: [...workers, ...leaders, 'employedElsewhere'],
  listCourses: ['familyHouseTherapist', 'familyHouseLeader'],
  askForCourse: [
    'familyHouseTherapist',
    'familyHouseLeader',
    'familyCaseworker',
    'dutyOfficer',
    'familyGroupLeader',
  ],
  listGroups: [
    'familyHouseTherapist',
    'familyHouseLeader',
    'familyCaseworker',
    'dutyOfficer',
    'familyGroupLeader',
  ],
  openGroup: ['familyHouseLeader'],
  listRounds: ['socialWorker', 'employedElsewhere', 'teamLeader'],
  startRound: ['teamLeader'],
  startRetention: ['teamLeader', 'familyGroupLeader'],
  // of a social worker's work
  handOverAll: ['teamLeader'],
  readWork: ['teamLeader', 'socialWorker'],
  readLog: ['dataProtectionOfficer'],
  exportLog: ['dataProtectionOfficer'],
  sampleLog: leaders,
  reviewAccess: leaders,
  listStuck: ['operations'],
  // of children and youth
  decode: ['teamLeader'],
}
