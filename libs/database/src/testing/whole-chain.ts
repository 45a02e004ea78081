import type { CaseEvent } from '@brobygger/domain/events'
import { deadlineOn, ProcessLog, raisedCase, somePeople, taskOpened } from './events.js'

/** A batch for each of the processes of one case, in the order they are recorded. */
export interface Chain {
  readonly caseId: string
  readonly consent: string
  readonly offer: string
  readonly batches: readonly (readonly CaseEvent[])[]
}

/** A case from its concern over consent and referral to its closing, through nearly every type of event. */
export function wholeChain(caseId: string): Chain {
  const { log: concern, events: raised } = raisedCase({ caseId })
  const [consent, offer] = [`consent-${caseId}-1`, `referral-${caseId}-1`]
  const asked = new ProcessLog(consent, { caseId, administration: 'children-and-youth' })
  const referral = new ProcessLog(offer, { caseId, administration: 'social-services' })
  const note = new ProcessLog(`entry-${caseId}-1`, { caseId, administration: 'children-and-youth' })
  const document = new ProcessLog(`entry-${caseId}-2`, { caseId, administration: 'children-and-youth' })
  const correction = new ProcessLog(`entry-${caseId}-3`, { caseId, administration: 'children-and-youth' })
  const moved = {
    type: 'responsibilityMoved',
    unit: 'family-group',
    person: 'fc-karl',
    basis: 'accepted',
  } as const
  const batches = [
    raised,
    [
      concern.event(
        1,
        {
          type: 'taskCompleted',
          task: `concern-${caseId}.1`,
          answer: { outcome: 'takenOn' },
          text: 'v_triage',
        },
        'sw-anna',
      ),
      concern.event(1, { type: 'stepFinished', step: 'triage', n: 1, next: 'counselling' }),
      concern.event(1, { type: 'stepEntered', step: 'counselling', n: 1 }),
      concern.event(
        1,
        taskOpened(`concern-${caseId}.2`, {
          kind: 'session',
          step: 'counselling',
          deadline: deadlineOn(1, 15),
        }),
      ),
      concern.event(
        1,
        taskOpened(`concern-${caseId}.3`, { kind: 'reply', owed: true, deadline: deadlineOn(1, 8) }),
      ),
    ],
    [note.event(2, { type: 'noteAdded', note: `${caseId}-n1`, text: 'v_note' }, 'sw-anna')],
    [
      document.event(
        2,
        {
          type: 'documentAdded',
          document: `${caseId}-d1`,
          kind: 'wellbeing',
          mediaType: 'application/pdf',
          bytes: 1200,
          text: 'v_document',
        },
        'sw-anna',
      ),
    ],
    [
      correction.event(
        3,
        { type: 'corrected', entry: `${caseId}-n1`, supersededBy: `${caseId}-n2`, text: 'v_corrected' },
        'sw-anna',
      ),
    ],
    [
      concern.event(4, { type: 'paused', reason: 'hospital' }, 'sw-anna'),
      concern.event(9, { type: 'taskOverdue', task: `concern-${caseId}.3`, told: ['tl-eva'] }),
      concern.event(10, { type: 'resumed' }, 'sw-anna'),
      concern.event(10, {
        type: 'deadlineMoved',
        task: `concern-${caseId}.2`,
        deadline: deadlineOn(1, 21),
        why: 'pause',
      }),
      concern.event(10, { type: 'taskReminded', task: `concern-${caseId}.2` }),
      concern.event(11, { type: 'taskAssigned', task: `concern-${caseId}.2`, person: 'sw-bo' }, 'tl-eva'),
      concern.event(11, { type: 'peopleChanged', people: { ...somePeople, socialWorker: 'sw-bo' } }),
      concern.event(11, {
        type: 'responsibilityMoved',
        administration: 'children-and-youth',
        unit: 'early-help',
        person: 'sw-bo',
        basis: 'handOver',
      }),
      concern.event(11, { type: 'conflictDeclared', person: 'sw-carla' }, 'sw-carla'),
      concern.event(12, { type: 'taskWithdrawn', task: `concern-${caseId}.2`, why: 'step-left' }),
    ],
    [
      asked.event(12, { type: 'processStarted', kind: 'consent', unit: 'early-help', people: somePeople }),
      asked.event(12, {
        type: 'consentRequested',
        consent,
        purpose: 'referral',
        from: 'early-help',
        to: 'family-group',
        kinds: ['wellbeing', 'familySituation'],
        givers: [
          { giver: 'mother', custody: 'joint' },
          { giver: 'father', custody: 'joint' },
        ],
        textVersion: '2027-1',
        language: 'ar',
        interpreter: true,
        reviewOn: null,
      }),
      asked.event(12, { type: 'consentDelivered', consent, deadline: deadlineOn(12, 26) }),
    ],
    [
      asked.event(
        14,
        {
          type: 'consentGiven',
          consent,
          giver: 'mother',
          form: 'paper',
          kinds: ['wellbeing'],
          text: 'v_mother',
        },
        'sw-bo',
      ),
      asked.event(19, { type: 'consentReminded', consent, givers: ['father'] }),
      asked.event(
        20,
        { type: 'consentGiven', consent, giver: 'father', form: 'digital', kinds: ['wellbeing'] },
        'sw-bo',
      ),
      asked.event(20, { type: 'consentDecided', consent, status: 'partial', kinds: ['wellbeing'] }),
    ],
    [
      concern.event(20, { type: 'identified', degree: 'A2', basis: 'consent', text: 'v_identity' }, 'sw-bo'),
      concern.event(20, {
        type: 'relationFound',
        relation: 'sibling',
        contact: 'fc-karl',
        unit: 'family-group',
      }),
      concern.event(20, { type: 'caseMerged', case: 'm3rgedca', raisedBy: 'ed-rasmus' }, 'sw-bo'),
      concern.event(
        20,
        {
          type: 'basisStated',
          basis: `basis-${caseId}-1`,
          kind: 'statutory',
          units: ['institution', 'health-visitors'],
          heldOn: '2027-01-31',
          followUp: false,
          text: 'v_basis',
        },
        'sw-bo',
      ),
      concern.event(
        20,
        { type: 'basisReviewed', basis: `basis-${caseId}-1`, upheld: true, text: 'v_review' },
        'tl-eva',
      ),
      concern.event(20, { type: 'institutionChecked', institution: '101001', status: 'open' }),
      concern.event(20, { type: 'waitingStarted', system: 'letters' }),
      concern.event(21, { type: 'waitingEnded', system: 'letters' }),
      concern.event(21, {
        type: 'letterSent',
        effect: `concern-${caseId}.e1`,
        kind: 'receipt',
        to: 'raiser',
        person: 'ed-rasmus',
        letter: 'l-1',
      }),
      concern.event(21, {
        type: 'offerMade',
        offer,
        contract: 'referral',
        to: 'family-group',
        basis: 'consent',
        consent,
        documents: [{ document: `${caseId}-d1`, kind: 'wellbeing', basis: 'consent' }],
        text: 'v_offer',
      }),
    ],
    [
      referral.event(21, {
        type: 'processStarted',
        kind: 'referral',
        unit: 'family-group',
        people: somePeople,
      }),
      referral.event(21, {
        type: 'offerReceived',
        offer,
        contract: 'referral',
        ageBand: '3-5',
        mainCategory: 'parentalRole',
        basis: 'consent',
        text: 'v_received',
      }),
      referral.event(
        21,
        taskOpened(`${offer}.1`, {
          kind: 'answerReferral',
          step: 'answer',
          role: 'familyCaseworker',
          unit: 'family-group',
          person: null,
          deadline: deadlineOn(21, 35),
        }),
      ),
      referral.event(21, { type: 'waitingStarted', system: 'familySystem' }),
    ],
    [concern.event(21, { type: 'offerDelivered', offer })],
    [referral.event(22, { type: 'offerAccepting', offer, person: 'fc-karl' }, 'fc-karl')],
    [
      concern.event(
        22,
        { type: 'offerAccepted', offer, person: 'fc-karl', screening: 'noClarification' },
        'fc-karl',
      ),
      concern.event(22, { ...moved, administration: 'social-services' }, 'fc-karl'),
    ],
    [
      referral.event(22, { type: 'offerAccepted', offer, person: 'fc-karl', screening: 'noClarification' }),
      referral.event(22, { type: 'caseNumberAssigned', offer, caseNumber: '2027-0001' }),
      referral.event(
        22,
        { type: 'taskCompleted', task: `${offer}.1`, answer: { answer: 'accept' } },
        'fc-karl',
      ),
      referral.event(
        22,
        taskOpened(`${offer}.2`, {
          kind: 'enterInCaseSystem',
          step: 'firstMeeting',
          role: 'familyCaseworker',
          unit: 'family-group',
          person: 'fc-karl',
          deadline: deadlineOn(22, 24),
        }),
      ),
      referral.event(
        22,
        { type: 'taskCompleted', task: `${offer}.2`, answer: { caseNumber: '2027-0001' } },
        'fc-karl',
      ),
    ],
    [
      concern.event(40, {
        type: 'helpReported',
        report: { offer, report: 'measureStarted', measure: 'early', on: '2027-02-20' },
      }),
    ],
    [
      concern.event(90, { type: 'escalated' }, 'sw-bo'),
      concern.event(
        91,
        {
          type: 'caseClosed',
          code: 'takenOver',
          caseAvoided: 'no',
          firstHelpOn: '2027-02-20',
          text: 'v_closing',
        },
        'sw-bo',
      ),
      concern.event(91, { type: 'processEnded', outcome: 'takenOver' }),
    ],
  ]
  return { caseId, consent, offer, batches }
}
