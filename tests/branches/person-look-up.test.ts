import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { accessesTo } from '../support/access-log.js'
import { takenOn } from '../support/courses.js'
import { RawEngine } from '../support/engine.js'
import { namedNotification } from '../support/forms.js'
import { call } from '../support/http.js'
import { lookFromAllSides } from '../support/look.js'
import { day, moment, noDuty, PracticeCase } from '../support/practice-case.js'

// Nobody's: there is no month 25. The practice register tells of them what their day says.
const tail = (): string => `25${String(randomInt(10, 25))}${String(randomInt(1000, 10_000))}`
const livesHere = () => `01${tail()}`
const isProtected = () => `02${tail()}`
const dead = () => `03${tail()}`
const emigrated = () => `04${tail()}`
const annulled = () => `06${tail()}`
const secret = () => `08${tail()}`
const livesElsewhere = () => `09${tail()}`
const ofMother = () => `10${tail()}`
const ofBoth = () => `11${tail()}`
const unknown = () => `13${tail()}`

const motherAlone = [{ giver: 'mother', custody: 'sole' }]
type Outages = Parameters<typeof PracticeCase.raise>[3]
const down = (from: string, until: string): Outages => [{ system: 'personRegister', from, until }]

interface Shown {
  readonly status: string
  readonly responsibleAdministration: string | null
  readonly personLookUps: {
    title: string
    source: string
    outcome: string
    custodyDiffers: boolean
    isProtected: boolean | null
    livesHere: boolean | null
    by: string | null
  }[]
  readonly consents: { flagged: string | null }[]
  readonly handovers: { offer: string; status: string }[]
  readonly relations: { relation: string }[]
  readonly letters: { kind: string; to: string }[]
  readonly tasks: { id: string; kind: string; about: string | null }[]
  readonly processes: { waiting: { system: string }[] }[]
}
const shown = (one: PracticeCase): Promise<Shown> => lookFromAllSides<Shown>(`/cases/${one.id}`)
const kinds = ({ tasks }: Shown): string[] => tasks.map(({ kind }) => kind)

/** The case as it is when so many look-ups have been told of. */
async function lookedUp(one: PracticeCase, count = 1): Promise<Shown> {
  for (let left = 100; left > 0; left--) {
    const now = await shown(one)
    if (now.personLookUps.length >= count) return now
    await sleep(100)
  }
  throw new Error('the register has told nothing')
}

/** The case as it is when a task is open. */
async function asked(one: PracticeCase, kind: string): Promise<Shown> {
  for (let left = 100; left > 0; left--) {
    const now = await shown(one)
    if (kinds(now).includes(kind)) return now
    await sleep(100)
  }
  throw new Error(`${kind} is not asked`)
}

/** A case whose child is identified by the mother's consent. */
async function identified(
  civilNumber: string | undefined,
  { givers = motherAlone, outages }: { givers?: typeof motherAlone; outages?: Outages } = {},
): Promise<PracticeCase> {
  const one = await takenOn({}, outages)
  await one.answer('session', 'sw-anna', {
    heldOn: day(0),
    present: ['mother'],
    dutyCheck: noDuty,
    end: 'consent',
  })
  await one.answer('requestConsent', 'sw-anna', { kinds: ['wellbeing'], givers, deliveredOn: day(0) })
  const { id } = await one.consent()
  for (const { giver } of givers)
    await call('POST', `/consents/${id}/give`, 'sw-anna', { giver, form: 'paper' })
  await one.answer('identify', 'sw-anna', { childName: 'Prøve Barn', civilNumber, custodyVerified: true })
  return one
}

const offer = (one: PracticeCase) => `referral-${one.id}-1`
const accept = (one: PracticeCase) =>
  call('POST', `/handovers/${offer(one)}/accept`, 'fg-gitte', { screening: 'noClarification' })

describe('a child who is identified is looked up in the register of persons', () => {
  it('and nothing is asked when everything is as declared: the case shows what was told, and goes on', async () => {
    const one = await identified(ofMother())
    const now = await lookedUp(one)
    expect(now.personLookUps).toMatchObject([
      {
        title: 'Opslag i CPR: bopæl i Danmark; bor i kommunen; forældremyndighed: mor',
        custodyDiffers: false,
      },
    ])
    expect(kinds(now)).toEqual(['referral'])
    expect(now.consents).toMatchObject([{ flagged: null }])
  })

  it('but not without a number; when it comes, they are', async () => {
    const one = await identified(undefined)
    expect((await shown(one)).personLookUps).toEqual([])
    await one.post('number', 'sw-anna', { civilNumber: livesHere() })
    expect((await lookedUp(one)).personLookUps).toMatchObject([{ outcome: 'found', livesHere: true }])
  })

  it('protected: the case hears that they are, and not where they live', async () => {
    const now = await lookedUp(await identified(isProtected()))
    expect(now.personLookUps).toMatchObject([{ isProtected: true, livesHere: null }])
    expect(now.personLookUps[0]?.title).toContain('navn og adresse er beskyttet')
  })

  it.each([
    ['died', dead(), 'died'],
    ['emigrated', emigrated(), 'away'],
    ['lives in another municipality', livesElsewhere(), 'moved'],
  ])('who %s: somebody is asked what now, and nothing closes', async (_, number, kind) => {
    const one = await identified(number)
    const now = await asked(one, kind)
    expect(now.status).toBe('open')
  })

  it('whose number was replaced is known by the new one: another case of the child is found', async () => {
    const rest = tail()
    const first = await identified(`01${rest}`)
    const second = await identified(`07${rest}`)
    const now = await asked(second, 'merge')
    expect(now.personLookUps[0]?.title).toContain('nummeret er afløst af et nyt')
    expect(now.relations).toMatchObject([{ relation: 'sameChild' }])
    expect(now.tasks.find(({ kind }) => kind === 'merge')?.about).toBe(first.id)
    // Each look at the register, and at who else has the number, is written down.
    const lines = (await accessesTo(second.id)).filter(({ via }) => via === 'process')
    expect(lines).toMatchObject([
      { action: 'lookUpPerson', cases: [second.id], purpose: 'identification' },
      { action: 'searchPersons', cases: [second.id, first.id], purpose: 'identification' },
    ])
  })

  it('by duty: whoever has taken the child over hears of it, and the social worker is not asked', async () => {
    const one = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '6-9',
      mainCategory: 'violence',
      acute: true,
    })
    await one.answer('notify', 'sw-anna', { ...namedNotification, childContact: `CPR ${livesElsewhere()}` })
    await asked(one, 'movedInFamilyGroup')
    const now = await lookedUp(one)
    expect(now.personLookUps).toMatchObject([{ livesHere: false }])
    expect(kinds(now)).not.toContain('moved')
  })
})

describe('custody that is not as it was declared', () => {
  it('takes back what was offered and not accepted, and the right ones are asked', async () => {
    const one = await identified(ofBoth(), { outages: down(moment(0), moment(0, '16:00')) })
    await one.answer('referral', 'sw-anna', { reason: 'Hverdagen hænger ikke sammen.' })
    await one.to(0, '17:00')
    const now = await asked(one, 'custodyChanged')
    expect(now.personLookUps).toMatchObject([{ custodyDiffers: true }])
    expect(now.consents).toMatchObject([{ flagged: 'custodyChanged' }])
    expect(now.handovers.map(({ status }) => status)).toContain('revoked')
    await one.answer('custodyChanged', 'sw-anna', { decision: 'askAnew', why: 'Begge har del i den.' })
    await asked(one, 'requestConsent')
  })

  it('takes back nothing that has been accepted: whoever helps the child looks at it', async () => {
    const one = await identified(ofBoth(), { outages: down(moment(0), moment(0, '16:00')) })
    await one.answer('referral', 'sw-anna', { reason: 'Hverdagen hænger ikke sammen.' })
    expect((await accept(one)).status).toBe(200)
    await one.to(0, '17:00')
    const now = await asked(one, 'custodyChangedInFamilyGroup')
    expect(now.consents).toMatchObject([{ flagged: 'custodyChanged' }])
    expect(now.handovers.map(({ status }) => status)).not.toContain('revoked')
    expect(now.responsibleAdministration).toBe('social-services')
    expect(kinds(now)).not.toContain('custodyChanged')
    await one.answer('custodyChangedInFamilyGroup', 'fg-gitte', {
      decision: 'heardAnew',
      why: 'Far er hørt.',
    })
  })
})

describe('a number that the register does not answer to', () => {
  it.each([
    ['is annulled', annulled(), 'Nummeret er annulleret'],
    ['is not for us', secret(), 'CPR viser os ikke personen'],
    ['is nobody’s', unknown(), 'CPR kender ikke nummeret'],
  ])('because it %s: somebody checks it, and says what they saw', async (_, number, about) => {
    const one = await identified(number)
    const now = await asked(one, 'checkPerson')
    expect(now.tasks.find(({ kind }) => kind === 'checkPerson')?.about).toBe(about)
    const { id } = await one.task('checkPerson')
    const complete = (body: object) => call('POST', `/tasks/${id}/complete`, 'sw-anna', body)
    const refused = await complete({ outcome: 'seenByHand', status: 'active' })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('custody')])
    const seen = { outcome: 'seenByHand', status: 'active', protectedAddress: true, custody: ['father'] }
    expect((await complete(seen)).status).toBe(200)
    const after = await asked(one, 'custodyChanged')
    expect(after.personLookUps.at(-1)).toMatchObject({ source: 'hand', by: 'sw-anna', custodyDiffers: true })
  })

  it('because it was written down wrongly: the register is asked about the right one', async () => {
    const one = await identified(unknown())
    await asked(one, 'checkPerson')
    await one.answer('checkPerson', 'sw-anna', { outcome: 'numberCorrected', civilNumber: ofMother() })
    const { personLookUps } = await lookedUp(one, 2)
    expect(personLookUps.map(({ outcome }) => outcome)).toEqual(['not-found', 'found'])
  })
})

describe('while the register does not answer', () => {
  it('the case goes on and shows what it waits for; an outage of a minute and of hours costs the same', async () => {
    const counted = []
    for (const until of ['10:01', '12:00', '15:00']) {
      const one = await identified(ofMother(), { outages: down(moment(0), moment(0, until)) })
      await one.answer('referral', 'sw-anna', { reason: 'Hverdagen hænger ikke sammen.' })
      await one.to(0, '16:00')
      const now = await lookedUp(one)
      expect(now.processes.flatMap(({ waiting }) => waiting)).toEqual([])
      counted.push(await tracesOf(one))
    }
    expect(new Set(counted).size).toBe(1)
  })

  it('somebody may look by hand after a working day, and the register is asked no more', async () => {
    const one = await identified(ofMother(), { outages: down(moment(0), moment(9)) })
    await one.to(0, '11:00')
    const waiting = await shown(one)
    expect(waiting.processes.flatMap(process => process.waiting)).toMatchObject([
      { system: 'personRegister' },
    ])
    expect(kinds(waiting)).toEqual(['referral'])
    await one.to(2)
    expect((await one.task('checkPerson')).about).toBe('CPR svarer ikke')
    await one.answer('checkPerson', 'sw-anna', {
      outcome: 'seenByHand',
      status: 'active',
      protectedAddress: false,
      custody: ['mother'],
    })
    expect((await shown(one)).processes.flatMap(process => process.waiting)).toEqual([])
    await one.to(10)
    expect((await shown(one)).personLookUps).toMatchObject([{ source: 'hand', outcome: 'found' }])
  })

  it('and answers before anybody has looked by hand: nobody need look any more', async () => {
    const one = await identified(ofMother(), { outages: down(moment(0), moment(3)) })
    await one.to(2)
    await one.task('checkPerson')
    await one.to(3, '12:00')
    const now = await lookedUp(one)
    expect(now.personLookUps).toMatchObject([{ source: 'register' }])
    expect(kinds(now)).toEqual(['referral'])
  })

  it('a case that has grown long goes on in a new run, and hears what it asked for in the one before', async () => {
    const one = await identified(ofMother(), { outages: down(moment(0), moment(3)) })
    await one.to(0, '11:00')
    for (let left = 40; left > 0; left--) {
      await one.post('pause', 'sw-anna', { reason: 'hospital' })
      await one.post('resume', 'sw-anna')
    }
    await one.answer('referral', 'sw-anna', { reason: 'Hverdagen hænger ikke sammen.' })
    const engine = await RawEngine.connect()
    const [begun] = await engine.events({
      namespace: 'children-and-youth-practice',
      workflowId: `concern-${one.id}`,
    })
    await engine.close()
    expect(begun?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).toBeTruthy()
    expect((await shown(one)).processes.flatMap(({ waiting }) => waiting)).toMatchObject([
      { system: 'personRegister' },
    ])
    await one.to(3, '12:00')
    const now = await lookedUp(one)
    expect(now.personLookUps).toMatchObject([{ source: 'register', outcome: 'found' }])
    expect(now.processes.flatMap(({ waiting }) => waiting)).toEqual([])
    expect(kinds(now)).not.toContain('checkPerson')
  }, 60_000)

  it('a case can be closed, and waits for nothing then', async () => {
    const one = await identified(ofMother(), { outages: down(moment(0), moment(9)) })
    await one.to(0, '11:00')
    const closing = { code: 'declinedByFamily', caseAvoided: 'no', why: 'Familien siger nej.' }
    expect((await one.post('close', 'sw-anna', closing)).status).toBe(200)
    const now = await shown(one)
    expect(now.status).toBe('closed')
    expect(now.processes.flatMap(({ waiting }) => waiting)).toEqual([])
  })
})

/** What an outage leaves behind: timers in the history, and lines in the log. A busy machine adds to neither. */
async function tracesOf(one: PracticeCase): Promise<string> {
  const engine = await RawEngine.connect()
  const workflowId = `concern-${one.id}`
  const types = await engine.eventTypes({ namespace: 'children-and-youth-practice', workflowId })
  await engine.close()
  const { items } = await lookFromAllSides<{ items: unknown[] }>(`/cases/${one.id}/events?limit=200`)
  return `${types.filter(type => type.includes('TIMER')).length} timers, ${items.length} lines`
}
