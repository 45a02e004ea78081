import { z } from 'zod'
import {
  erasureGround,
  erasureObstacle,
  erasureStep,
  retentionDecision,
  retentionReason,
  accessKind,
  accessRefusal,
  adjustment,
  administration,
  ageBand,
  bulkRefusal,
  caseAvoided,
  category,
  closureCode,
  consentForm,
  consentPurpose,
  consentStatus,
  courseEndReason,
  custodyBasis,
  declineReason,
  disclosureBasis,
  effect,
  fitAlarm,
  fitRespondent,
  giverRole,
  handOverReason,
  houseDeclineReason,
  houseKind,
  identityDegree,
  identityRelation,
  informationKind,
  knownToAuthority,
  offerBasis,
  overtakeReason,
  parentsInformed,
  pauseReason,
  raiserRole,
  requester,
  role,
  screening,
  severity,
  unit,
  visitParticipant,
  wayIn,
} from '../codes/index.js'
import { instant, isoDate, personId, vaultRef } from '../forms/index.js'
import { handingOver, letterKind, letterReceipt, letterReturn } from '../letters/index.js'
import { sentDocument } from '../contracts/document.js'
import { certificate, erasureCounts, retentionItem } from '../messages/erasure.js'
import { accessItem, redactedItem } from '../messages/access-request.js'
import { helpReported } from '../messages/concern.js'
import { lookedUp, registerTold } from '../messages/person-look-up.js'
import { toldEvent } from '../messages/registry-event.js'
import { people } from '../organisation/index.js'
import { deadline } from '../policy/index.js'

const text = vaultRef.optional()
/** A line of the event log. */
const lineOfLog = z.object({ process: z.string(), seq: z.int().positive() })
const fitScore = z.object({ who: fitRespondent, score: z.number() })
const event = <const T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

/** What a process writes into the event log: codes, dates and vault references, never text. */
export const eventBody = z.discriminatedUnion('type', [
  // the process
  event('processStarted', {
    kind: z.string(),
    unit,
    people,
    /** What it was started with, less people and ledger: with its last ledger it can be started again. */
    input: z.record(z.string(), z.unknown()).optional(),
  }),
  event('concernRaised', {
    institution: z.string(),
    raisedBy: personId.nullable(),
    raiserRole,
    ageBand,
    mainCategory: category,
    otherCategories: z.array(category),
    severity,
    parentsInformed,
    interpreterLanguage: z.string().nullable(),
    knownToAuthority,
    acute: z.boolean(),
    text: vaultRef,
  }),
  event('stepEntered', { step: z.string(), n: z.int() }),
  event('stepFinished', { step: z.string(), n: z.int(), next: z.string().nullable() }),
  event('processEnded', { outcome: z.string() }),
  event('caseClosed', {
    code: closureCode,
    caseAvoided,
    firstHelpOn: isoDate.optional(),
    /** The case it was merged into, where it was. */
    into: z.string().optional(),
    text,
  }),
  // who else is known, once the child is identified
  /** The number itself lies in the vault; the temporary id stays beside it. */
  event('numberAssigned', { person: z.string(), temporaryId: z.string(), text: vaultRef }),
  event('envelopeOpened', { consent: z.string() }),
  event('envelopeDestroyed', { consent: z.string(), texts: z.int().nonnegative() }),
  event('relationFound', {
    relation: identityRelation,
    /** Whom to ask: the flag says nothing more. */
    contact: personId,
    unit,
  }),
  /** What the national case index says of the case from now on. */
  event('caseIndexed', { status: z.enum(['open', 'closed', 'removed']) }),
  event('caseMerged', { case: z.string(), raisedBy: personId.nullable() }),
  // disclosure on another basis than consent
  event('basisStated', {
    basis: z.string(),
    kind: disclosureBasis,
    /** Who may be told. */
    units: z.array(unit),
    /** The day of the meeting, for an exchange at one. */
    heldOn: isoDate.nullable(),
    followUp: z.boolean(),
    /** The justification. */
    text: vaultRef,
  }),
  event('basisReviewed', { basis: z.string(), upheld: z.boolean(), text }),
  event('caseReopened', {}),
  event('identified', { degree: identityDegree, basis: z.enum(['consent', 'duty', 'none']), text }),
  // tasks
  event('taskOpened', {
    task: z.string(),
    kind: z.string(),
    step: z.string(),
    role,
    unit,
    person: personId.nullable(),
    owed: z.boolean(),
    deadline,
    /** What the task is about within its process, e.g. an institution. */
    about: z.string().nullable().default(null),
  }),
  event('taskAssigned', { task: z.string(), person: personId }),
  event('taskReminded', { task: z.string() }),
  event('taskOverdue', { task: z.string(), told: z.array(personId) }),
  event('taskCompleted', { task: z.string(), answer: z.record(z.string(), z.unknown()), text }),
  event('taskWithdrawn', {
    task: z.string(),
    why: z.enum(['step-left', 'case-closed', 'answered-elsewhere']),
  }),
  event('deadlineMoved', { task: z.string(), deadline, why: z.enum(['pause', 'recomputed']) }),
  // people
  event('responsibilityMoved', {
    administration,
    unit,
    person: personId.nullable(),
    basis: z.enum(['raised', 'handOver', 'accepted', 'duty', 'reopened', 'returned']),
  }),
  event('peopleChanged', { people }),
  event('handedOver', { from: personId, to: personId, reason: handOverReason, returnOn: isoDate.nullable() }),
  event('handedBack', { from: personId, to: personId }),
  event('conflictDeclared', { person: personId, text }),
  event('paused', { reason: pauseReason, text }),
  event('resumed', {}),
  event('escalated', { text }),
  // consent
  event('consentRequested', {
    consent: z.string(),
    purpose: consentPurpose,
    from: unit,
    to: unit,
    kinds: z.array(informationKind),
    givers: z.array(z.object({ giver: giverRole, custody: custodyBasis })),
    textVersion: z.string(),
    language: z.string(),
    interpreter: z.boolean().default(false),
    reviewOn: isoDate.nullable(),
    text,
  }),
  event('consentDelivered', { consent: z.string(), deadline }),
  event('consentReminded', { consent: z.string(), givers: z.array(giverRole) }),
  event('consentGiven', {
    consent: z.string(),
    giver: giverRole,
    form: consentForm,
    kinds: z.array(informationKind),
    /** What the signature reveals: it lies in the consent's envelope. */
    sealed: vaultRef.optional(),
    text,
  }),
  event('consentRefused', { consent: z.string(), giver: giverRole, text }),
  event('consentWithdrawn', { consent: z.string(), giver: giverRole, text }),
  event('consentDecided', { consent: z.string(), status: consentStatus, kinds: z.array(informationKind) }),
  /** Custody is no longer as it was when it was given: it carries nothing more, and is asked for anew. */
  event('consentFlagged', { consent: z.string(), why: z.enum(['custodyChanged']) }),
  /** What the register of persons tells of somebody in the case. */
  event('registryEventReceived', toldEvent.shape),
  /** What looking the child up in the register of persons, or by hand, came to. */
  event('personLookedUp', {
    ...lookedUp.shape,
    /** Whether custody is another one than was declared with a consent that was under way or in force. */
    custodyDiffers: z.boolean(),
  }),
  /** What the register says of the child, as it was told to whoever has taken the case over. */
  event('registerTold', registerTold.shape),
  // between administrations
  event('offerMade', {
    offer: z.string(),
    contract: z.enum(['referral', 'notification', 'family-house']),
    to: unit,
    basis: offerBasis,
    consent: z.string().nullable(),
    documents: z.array(sentDocument).optional(),
    text,
  }),
  event('offerDelivered', { offer: z.string() }),
  event('offerReceived', {
    offer: z.string(),
    contract: z.enum(['referral', 'notification', 'family-house']),
    ageBand,
    mainCategory: category,
    basis: offerBasis,
    documents: z.array(sentDocument).optional(),
    /** Cases of sisters and brothers. */
    siblings: z.array(z.string()).optional(),
    text,
  }),
  event('offerAccepting', { offer: z.string(), person: personId }),
  event('offerAccepted', { offer: z.string(), person: personId, screening: screening.nullable() }),
  event('caseNumberAssigned', { offer: z.string(), caseNumber: z.string() }),
  event('institutionChecked', {
    institution: z.string(),
    status: z.enum(['open', 'closed', 'merged', 'unknown']),
  }),
  event('offerDeclined', { offer: z.string(), reason: declineReason.or(houseDeclineReason), text }),
  event('offerRevoked', {
    offer: z.string(),
    reason: z.enum(['revoked', 'consentWithdrawn', 'caseClosed']),
    text,
  }),
  event('helpReported', { report: helpReported }),
  // the family house
  event('courseRequested', {
    way: wayIn,
    houseKind,
    ageBand,
    mainCategory: category.nullable(),
    interpreter: z.boolean().default(false),
    referrer: z.string().nullable(),
    text,
  }),
  event('courseMoved', {
    to: z.enum(['waiting', 'offered', 'placed', 'declined']),
    /** What was decided at intake; null where it stays. */
    houseKind: houseKind.nullable(),
    group: z.string().nullable(),
    reason: houseDeclineReason.nullable(),
  }),
  event('courseStarted', { on: isoDate }),
  event('familySessionHeld', {
    n: z.int().positive(),
    on: isoDate,
    ors: z.array(fitScore),
    srs: z.array(fitScore),
    alarm: fitAlarm.nullable(),
  }),
  event('courseAdjusted', { change: adjustment }),
  event('courseEnded', { reason: courseEndReason, effect: effect.nullable(), on: isoDate }),
  event('groupOpened', {
    houseKind,
    ageBands: z.array(ageBand),
    capacity: z.int().positive(),
    text: vaultRef,
  }),
  event('capacityChanged', { capacity: z.int().nonnegative() }),
  event('placeAwaited', { course: z.string(), number: z.int().positive() }),
  event('placeHeld', { course: z.string(), held: z.boolean() }),
  event('placeGiven', {
    course: z.string(),
    reason: overtakeReason.nullable(),
    /** Who waited longer. */
    overtook: z.array(z.string()),
  }),
  event('placePutFirst', { course: z.string(), reason: overtakeReason, text }),
  event('placeLeft', { course: z.string() }),
  // hand-over of all that somebody holds
  event('bulkStarted', {
    from: personId,
    to: personId,
    reason: handOverReason,
    returnOn: isoDate.nullable(),
    /** Only these cases; null for everything. */
    cases: z.array(z.string()).nullable(),
  }),
  event('bulkFound', { processes: z.int().nonnegative() }),
  event('bulkMoved', {
    to: personId,
    handedOver: z.array(z.string()),
    refused: z.array(z.object({ process: z.string(), why: bulkRefusal })),
  }),
  event('bulkLeft', { processes: z.array(z.string()) }),
  // visits to institutions
  event('roundOpened', { cluster: z.string(), quarter: z.string(), institutions: z.array(z.string()) }),
  event('needProposed', {
    burdens: z.array(
      z.object({
        institution: z.string(),
        concerns: z.int().nonnegative(),
        severe: z.int().nonnegative(),
        weight: z.int(),
      }),
    ),
  }),
  event('needWeighed', {
    weights: z.array(z.object({ institution: z.string(), weight: z.int() })),
    /** False when nobody had decided as the quarter began, and the proposal was used. */
    decided: z.boolean(),
    text,
  }),
  event('roundPlanned', {
    shares: z.array(z.object({ institution: z.string(), hours: z.number(), visits: z.int() })),
    visits: z.array(z.object({ visit: z.string(), institution: z.string(), on: isoDate })),
    /** Visits that a month has no open days for. */
    leftOut: z.array(z.object({ institution: z.string(), month: z.string(), visits: z.int() })),
  }),
  event('visitPrepared', {
    visit: z.string(),
    /** Open concerns of the institution. */
    agenda: z.array(z.string()),
  }),
  event('visitMissed', { visit: z.string() }),
  event('visitMoved', {
    visit: z.string(),
    on: isoDate,
    /** The colleague who makes it; null leaves it with the social worker. */
    person: personId.nullable(),
    text,
  }),
  event('visitHeld', {
    visit: z.string(),
    on: isoDate,
    present: z.array(z.object({ who: visitParticipant, count: z.int() })),
    discussed: z.array(z.string()),
    text,
  }),
  event('visitCancelled', { visit: z.string(), text }),
  event('enquiryRaised', { visit: z.string(), case: z.string() }),
  // the rights of the person
  event('accessRequested', {
    kind: accessKind,
    requester,
    receivedAt: instant,
    cases: z.array(z.string()),
    text,
  }),
  event('accessCollected', { items: z.array(accessItem), leftOut: z.array(vaultRef), text }),
  event('accessRedacted', { ...redactedItem.shape, text }),
  event('accessExtended', {
    until: isoDate,
    /** Whether the reason was told before the first term had passed. */
    inTime: z.boolean(),
    text,
  }),
  event('accessAnswered', {
    outcome: z.enum(['sent', 'refused']),
    refusal: accessRefusal.nullable(),
    text,
  }),
  event('erasureRequested', { grounds: erasureGround, requester: requester.nullable(), text }),
  event('erasureRefused', { obstacle: erasureObstacle, text }),
  event('erasureStepDone', { step: erasureStep, counts: erasureCounts }),
  event('erasureCertified', {
    certificate,
    /** SHA-256 of the certificate as canonical JSON, in hexadecimal. */
    hash: z.string(),
  }),
  event('retentionListed', { items: z.array(retentionItem) }),
  event('retentionDecided', {
    case: z.string(),
    decision: retentionDecision,
    reason: retentionReason.nullable(),
    nextOn: isoDate.nullable(),
  }),
  /** What has to be filed in the records system: references, never what they say. */
  event('journalAsked', { items: z.array(accessItem) }),
  event('journalised', { journalNumber: z.string() }),
  event('accessReviewOpened', {
    /** The case that was opened. */
    case: z.string(),
    /** Who took the access. */
    person: personId,
    /** By the server's clock, also in a practice case. */
    takenAt: instant,
    until: instant,
    /** The reason that was given. */
    text: vaultRef,
  }),
  event('accessReviewed', { justified: z.boolean(), text }),
  event('breachAssessed', {
    breach: z.boolean(),
    /** When it was reported to the supervisory authority (art. 33), and the data subjects told (art. 34). */
    reportedOn: isoDate.nullable(),
    toldOn: isoDate.nullable(),
    text,
  }),
  // outward
  event('letterSent', {
    effect: z.string(),
    kind: letterKind,
    to: role.or(giverRole),
    person: personId.nullable(),
    letter: z.string().nullable(),
    receipt: letterReceipt.optional(),
  }),
  /** A letter on paper was put in the post. */
  event('letterPosted', { sent: lineOfLog, postedAt: instant }),
  /** A letter that was on its way is there. `sent` is the line that says it was sent. */
  event('letterDelivered', {
    sent: lineOfLog,
    deliveredAt: instant,
    /** Where a person handed it over, or the post did by all experience. */
    how: handingOver.optional(),
    handedOverBy: personId.optional(),
  }),
  /** A letter that was on its way came back. */
  event('letterReturned', { sent: lineOfLog, returnedAt: instant, why: letterReturn }),
  /** A letter that cannot be delivered: why lies in the vault. */
  event('letterGivenUp', { sent: lineOfLog, text }),
  event('waitingStarted', {
    system: z.string(),
    /** When the call was made that got no answer; events from before this was kept are dated a little later. */
    since: instant.optional(),
  }),
  /** A date comes near while a system outside does not answer: who was told before it passed. */
  event('taskAtRisk', { task: z.string(), systems: z.array(z.string()), told: z.array(personId) }),
  event('waitingEnded', { system: z.string() }),
  // written down by people, outside any process
  event('noteAdded', { note: z.string(), text: vaultRef }),
  event('documentAdded', {
    document: z.string(),
    kind: informationKind.or(z.literal('other')),
    mediaType: z.string(),
    bytes: z.int(),
    text: vaultRef,
  }),
  // who may see it
  event('accessRestricted', { people: z.array(personId), text }),
  event('restrictionLifted', { text }),
  /** `until` is by the server's clock, also in a practice case. */
  event('urgentAccessTaken', { person: personId, until: instant, text }),
  event('corrected', { entry: z.string(), supersededBy: z.string(), text: vaultRef }),
])
export type EventBody = z.infer<typeof eventBody>
export type EventType = EventBody['type']
export type EventOf<T extends EventType> = Extract<EventBody, { type: T }>

/** One line of the event log. `seq` counts within its process; process and `seq` together are its key. */
export const caseEvent = z.object({
  process: z.string(),
  seq: z.int().positive(),
  caseId: z.string(),
  administration,
  practice: z.boolean(),
  /** Moment on the case's own clock, which a practice case may play forward. */
  at: instant,
  /** Who did it; null when the process did it by itself. */
  by: personId.nullable(),
  body: eventBody,
})
export type CaseEvent = z.infer<typeof caseEvent>
