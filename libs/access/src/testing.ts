import type { AccessReason, Administration, IdentityDegree, Role, Unit } from '@brobygger/domain/codes'
import type { ProcessKind } from '@brobygger/domain/processes'
import { workersOf } from './relations.js'
import type { Actor, FileFacts, Part } from './facts.js'

/** The server's time in these tests. */
export const NOW = '2027-01-14T10:00:00.000Z'

/** Made-up staff, one for each role, and one who is employed where they have no authority. */
export const staff = {
  socialWorker: at('children-and-youth', 'early-help', 'socialWorker'),
  employedElsewhere: at('social-services', 'family-group', 'socialWorker'),
  resourcePerson: at('children-and-youth', 'ppr', 'resourcePerson'),
  raiser: at('children-and-youth', 'institution', 'raiser'),
  institutionLeader: at('children-and-youth', 'institution', 'institutionLeader'),
  teamLeader: at('children-and-youth', 'early-help', 'teamLeader'),
  familyCaseworker: at('social-services', 'family-group', 'familyCaseworker'),
  dutyOfficer: at('social-services', 'duty-office', 'dutyOfficer'),
  familyGroupLeader: at('social-services', 'family-group', 'familyGroupLeader'),
  familyHouseTherapist: at('social-services', 'family-house', 'familyHouseTherapist'),
  familyHouseLeader: at('social-services', 'family-house', 'familyHouseLeader'),
  dataProtectionOfficer: at('children-and-youth', 'early-help', 'dataProtectionOfficer'),
  operations: at('children-and-youth', 'early-help', 'operations'),
} as const satisfies Record<string, Actor>
export type Who = keyof typeof staff

function at(administration: Administration, unit: Unit, role: Role): Actor {
  return { id: `${unit}-${role}`, affiliations: [{ administration, unit, role }] }
}

/** Files of one process each, by what they are; `referral` is one that waits for its answer. */
export const files = {
  concern: ['concern', 'children-and-youth', 'early-help'],
  consent: ['consent', 'children-and-youth', 'early-help'],
  round: ['visitRound', 'children-and-youth', 'early-help'],
  bulk: ['bulkHandOver', 'children-and-youth', 'early-help'],
  request: ['accessRequest', 'children-and-youth', 'early-help'],
  erasure: ['erasure', 'children-and-youth', 'early-help'],
  retention: ['retention', 'children-and-youth', 'early-help'],
  review: ['accessReview', 'children-and-youth', 'early-help'],
  referral: ['referral', 'social-services', 'family-group'],
  accepted: ['referral', 'social-services', 'family-group'],
  notification: ['notification', 'social-services', 'family-group'],
  course: ['familyHouseCourse', 'social-services', 'family-house'],
  group: ['familyHouseGroup', 'social-services', 'family-house'],
} as const satisfies Record<string, readonly [ProcessKind, Administration, Unit]>
export type What = keyof typeof files

/** How somebody stands to a file: holds a working part, is named on a task, could take one, raised it, leads the place. */
export const standings = ['none', 'part', 'named', 'queue', 'raised', 'informed'] as const
export type Standing = (typeof standings)[number]

/** What changes everything else. */
export const twists = [
  'plain',
  'reason',
  'conflict',
  'restricted',
  'glass',
  'glassRunOut',
  'restrictedGlass',
  'protected',
  'protectedReason',
  'protectedGlass',
] as const
export type Twist = (typeof twists)[number]

/** One cell's question: who stands how to what. */
export interface Cell {
  readonly who: Who
  readonly what: What
  readonly standing: Standing
  readonly twist: Twist
  readonly degree: IdentityDegree
}

const REASON: AccessReason = 'review'
const SOMEBODY = 'somebody-else'

export function actorOf({ who, twist }: Pick<Cell, 'who' | 'twist'>): Actor {
  return { ...staff[who], reason: twist === 'reason' || twist === 'protectedReason' ? REASON : null }
}

/** The facts of a cell. The task is for the work of the unit; in a queue it is nobody's, else another's. */
export function fileOf({ who, what, standing, twist, degree }: Cell): FileFacts {
  const { id } = staff[who]
  const [kind, administration, unit] = files[what]
  const process = `${kind}-k7qm4d2x9a`
  const part: Part = {
    process,
    kind,
    administration,
    unit,
    open: true,
    people: {
      socialWorker: standing === 'part' ? id : SOMEBODY,
      institutionLeader: standing === 'informed' ? id : SOMEBODY,
    },
    hiddenFrom: twist === 'conflict' ? [id] : [],
    offered: what === 'referral',
  }
  const persons: Partial<Record<Standing, string | null>> = { named: id, queue: null }
  const person = standing in persons ? (persons[standing] ?? null) : SOMEBODY
  const glass: Partial<Record<Twist, string>> = {
    glass: '2027-01-14T10:29:59.000Z',
    protectedGlass: '2027-01-14T10:29:59.000Z',
    glassRunOut: NOW,
    restrictedGlass: '2027-01-14T10:00:01.000Z',
  }
  const until = glass[twist]
  const isRestricted = twist === 'restricted' || twist === 'restrictedGlass'
  return {
    caseId: 'k7qm4d2x9a',
    practice: false,
    raisedBy: standing === 'raised' ? id : SOMEBODY,
    raisedByParent: false,
    degree,
    protectedPersons: twist.startsWith('protected') ? ['mother'] : [],
    parts: [part],
    tasks: [
      {
        id: `${process}.1`,
        process,
        role: workersOf[unit][0] ?? 'socialWorker',
        unit,
        person,
        open: true,
        closedBy: null,
      },
    ],
    restricted: isRestricted ? { [administration]: [SOMEBODY] } : {},
    glass: until === undefined ? {} : { [administration]: until },
  }
}
