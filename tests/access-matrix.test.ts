import { beforeAll, describe, expect, it } from '@jest/globals'
import { reviewOnDeskOf } from './support/access-review.js'
import { consentAsked, offered, takenOn } from './support/courses.js'
import { call } from './support/http.js'
import {
  answers,
  duty,
  entries,
  people,
  reads,
  steers,
  wrongAnswers,
  type PersonId,
} from './support/matrix.js'
import { operations, type Operation } from './support/openapi.js'
import { PracticeCase } from './support/practice-case.js'

/** What is asked about in a state: the case, one of its processes, and what belongs to that. */
interface Place {
  readonly caseId: string
  readonly process: string
  readonly task: string
  readonly consent: string
  readonly offer: string
}

const leader = [
  'getCase',
  'getResponsible',
  'getProcess',
  'getTask',
  ...steers,
  ...duty,
  ...entries,
  'restrictCase',
  'liftRestriction',
  'breakGlass',
]
const onlyGlass = ['breakGlass']
/** The outreach social worker's own case: all of it, consents and offers of hers among it. */
const own = [
  ...reads,
  ...steers,
  ...duty,
  ...answers,
  ...entries,
  'breakGlass',
  'revokeHandover',
  'askConsent',
  'requestErasure',
]
/** Where no offer is, whoever has the case is told so; of one that is, see what its receiver may. */
const noOffer = ['acceptHandover', 'declineHandover']
const outreach = ['getHints', 'holdExchange', 'assignNumber']
const consents = ['getConsent', 'giveConsent', 'refuseConsent', 'withdrawConsent']
/** The family group with an offer before it. */
const offer = [
  ...reads,
  ...steers,
  ...duty,
  ...answers,
  ...entries,
  'acceptHandover',
  'declineHandover',
  'breakGlass',
]

/** Who may what in each state, written down by hand. Who is not named may nothing. */
const expected: Readonly<Record<string, Readonly<Partial<Record<PersonId, readonly string[]>>>>> = {
  A0: {
    'sw-anna': [...own, ...outreach, ...noOffer],
    'sw-bo': onlyGlass,
    'tl-eva': [...leader, 'overrideConsent', 'requestErasure'],
    'r-101001': ['getCase', 'escalate', 'escalateProcess'],
    'nl-101001': ['getCase', 'escalate', 'escalateProcess'],
  },
  A1: {
    'sw-anna': [...own, ...outreach, ...consents, ...noOffer],
    'sw-bo': onlyGlass,
    'tl-eva': [...leader, 'overrideConsent', 'requestErasure'],
    'r-101001': ['getCase', 'escalate', 'escalateProcess'],
    'nl-101001': ['getCase', 'escalate', 'escalateProcess'],
  },
  // Whoever reviews, and that there is one, the officer; not whoever took it, and no colleague
  reviewed: {
    'tl-eva': [
      'getProcess',
      'getTask',
      'getDocument',
      'getHandover',
      'listEvents',
      'getResponsible',
      'getAccessReview',
      ...steers,
      ...duty,
      ...answers,
      ...entries,
      ...consents,
      ...noOffer,
      'askConsent',
    ],
    'dpo-nina': ['getProcess', 'getAccessReview'],
  },
  offered: {
    'fg-gitte': offer,
    'fg-hans': offer,
    'do-jens': offer,
    'fl-ida': leader,
    'fh-karen': onlyGlass,
    'hl-olga': onlyGlass,
  },
  accepted: {
    'fg-gitte': [...offer, 'askConsent', 'requestErasure'],
    'fg-hans': onlyGlass,
    'do-jens': onlyGlass,
    'fl-ida': [...leader, 'requestErasure'],
    'fh-karen': onlyGlass,
    'hl-olga': onlyGlass,
  },
}

/** In these states the rest of the case is the other administration's: looked at from the receiver's side only. */
const receivers: readonly PersonId[] = ['fg-gitte', 'fg-hans', 'do-jens', 'fl-ida', 'fh-karen', 'hl-olga']
const strangers: readonly PersonId[] = ['r-101002', 'nl-101002', 'dpo-nina', 'op-ole', 'hv-mia']

const states: Record<string, () => Promise<Place>> = {
  A0: async () => {
    const one = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'structure',
    })
    return placeOf(one, `concern-${one.id}`, 'triage')
  },
  A1: async () => {
    const one = await consentAsked()
    return placeOf(one, `concern-${one.id}`, null)
  },
  offered: async () => {
    const { offered: one, offer: id } = await offered()
    return placeOf(one, id, 'answerReferral')
  },
  reviewed,
  accepted: async () => {
    const { offered: one, offer: id } = await offered()
    await call('POST', `/handovers/${id}/accept`, 'fg-gitte', { screening: 'noClarification' })
    return placeOf(one, id, 'firstMeeting')
  },
}

/** The review of an urgent access that sw-bo took: it is a file of its own. */
async function reviewed(): Promise<Place> {
  const one = await takenOn()
  await one.post('break-glass', 'sw-bo', { why: 'Politiet ringer, og Anna er på ferie.' })
  const review = await reviewOnDeskOf('tl-eva', { caseId: one.id })
  const { id: task } = await review.task('reviewUrgentAccess')
  const { caseId, id: process } = review
  return { caseId, process, task, consent: `consent-${caseId}-1`, offer: `referral-${caseId}-1` }
}

async function placeOf(one: PracticeCase, process: string, kind: string | null): Promise<Place> {
  const task = kind === null ? `${process}.1` : (await one.task(kind)).id
  return {
    caseId: one.id,
    process,
    task,
    consent: `consent-${one.id}-1`,
    offer: process.startsWith('referral') ? process : `referral-${one.id}-1`,
  }
}

/** Operations about one case, and where each is asked in a state. */
const about: Readonly<Record<string, (place: Place) => string>> = {
  '/api/cases/{id}': of => of.caseId,
  '/api/processes/{id}': of => of.process,
  '/api/tasks/{id}': of => of.task,
  '/api/deadlines/{id}': of => of.task,
  '/api/consents/{id}': of => of.consent,
  '/api/handovers/{id}': of => of.offer,
  '/api/practice/{caseId}': of => of.caseId,
  '/api/access-reviews/{code}': of => of.caseId,
}

function addressIn({ path }: Operation, place: Place): string | null {
  const found = Object.entries(about).find(([begin]) => `/api${path}`.startsWith(begin))
  if (found === undefined) return null
  const [begin, idOf] = found
  const rest = `/api${path}`.slice(begin.length).replace('{document}', `d_${'0'.repeat(26)}`)
  return `${begin.replace(/\{[^}]+\}$/, idOf(place))}${rest}`.slice('/api'.length)
}

describe('over HTTP', () => {
  let all: Operation[]
  let asked = 0

  beforeAll(async () => {
    all = operations((await call('GET', '/openapi.json', null)).body)
  })

  it.each(Object.keys(states))(
    'in state %s everybody gets just what is theirs, whatever they send',
    async state => {
      const place = (await states[state]?.()) ?? { caseId: '', process: '', task: '', consent: '', offer: '' }
      const wrong: string[] = []
      const isReceived = state === 'offered' || state === 'accepted'
      for (const operation of all) {
        const address = addressIn(operation, place)
        // In A0 there is no consent to ask about.
        if (address === null || (isReceived && consents.includes(operation.id))) continue
        if (state === 'A0' && consents.includes(operation.id)) continue
        const everybody = isReceived ? [...receivers, ...strangers] : people
        asked += everybody.length
        const may = (as: PersonId) => expected[state]?.[as]?.includes(operation.id) ?? false
        wrong.push(...(await wrongAnswers({ operation, address, everybody, may })))
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )

  it('asks about every operation that names a case', () => {
    const left = all.filter(({ path }) => addressIn({ path } as Operation, {} as Place) === null)
    const files = left.filter(({ path }) => path.includes('{')).map(({ id }) => id)
    expect(files.sort()).toEqual([
      'getAccessRequest',
      'getBulkHandOver',
      'getCourse',
      'getErasure',
      'getGroup',
      'getProblem',
      'getRetentionList',
      'getVisitRound',
      'getWorkOfStaff',
      'handOverAll',
      'makeCurveCode',
      'putFirst',
      'reviewAccess',
      'setCapacity',
      'takePlace',
    ])
    process.stdout.write(`access over HTTP: ${asked} cells asked\n`)
    expect(asked).toBeGreaterThan(1_500)
  })
})

describe('a code that no case has', () => {
  it('is answered as a case of another administration is: whether it is there is itself a secret', async () => {
    const { id } = await takenOn()
    const unknown = await call('GET', '/cases/zzzzzzzzzz', 'fg-gitte')
    const hidden = await call('GET', `/cases/${id}`, 'fg-gitte')
    expect([hidden.status, hidden.body]).toEqual([unknown.status, unknown.body])
  })
})
