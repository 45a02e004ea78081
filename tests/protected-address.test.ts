import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { statedReason } from '@brobygger/tools/all-sides'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { call } from './support/http.js'
import { someNumber } from './support/identified-child.js'
import { lookInside } from './support/inside.js'
import { leaksIn } from './support/leaks.js'
import { people, type PersonId } from './support/matrix.js'
import { operations } from './support/openapi.js'
import { fetchNow, publish } from './support/person-events.js'
import { Planting } from './support/planting.js'
import { expectOk, RealCase } from './support/real-case.js'
import { PracticeRound, raiseAt } from './support/visits.js'

const today = new Date().toISOString().slice(0, 10)
const noDuty = { answer: 'no' }
const environment = (name: string): string => process.env[name] ?? ''

const planting = new Planting()
/** Where the mother can be found, as it was written in different places. */
const planted = {
  /** In the request for consent, before anybody was identified. */
  asked: planting.word(),
  /** With her consent. */
  given: planting.word(),
  /** By reception, when it sent the family to the family house. */
  course: planting.word(),
  /** In the notification that the social worker wrote. */
  notified: planting.word(),
  /** In what the caseworker has not sent yet. */
  draft: planting.word(),
  /** In what whoever raised the concern has begun to write, who has the duty to notify as well. */
  raisersDraft: planting.word(),
} as const
type Planted = keyof typeof planted

const motherNumber = someNumber()
const inside = lookInside()
let helped: RealCase
let notified: RealCase
let unknown: RealCase
/** Requests for access: by the father, and by the mother herself. */
let byFather: string
let byMother: string
/** Every task that there is to look at, by case, answered ones included. */
let tasks: string[]

/** Up to a child who is identified with its mother. */
async function identified(texts: { asked?: string; given?: string } = {}): Promise<RealCase> {
  const one = await RealCase.raise(planting, { mainCategory: 'parentalRole' })
  await one.answer('triage', { outcome: 'takenOn' })
  await one.answer('reply', {})
  await one.answer('session', { heldOn: today, present: ['mother'], dutyCheck: noDuty, end: 'consent' })
  const giver = { giver: 'mother', custody: 'sole' }
  await complete(one, 'requestConsent', 'sw-anna', {
    kinds: ['wellbeing'],
    givers: [texts.asked === undefined ? giver : { ...giver, contact: texts.asked }],
    deliveredOn: today,
  })
  const consent = await one.consent()
  await expectOk(
    call('POST', `/consents/${consent}/give`, 'sw-anna', {
      giver: 'mother',
      form: 'paper',
      ...(texts.given === undefined ? {} : { giverName: 'Prøve Mor', contact: texts.given }),
    }),
  )
  await complete(one, 'identify', 'sw-anna', {
    childName: 'Prøve Barn',
    civilNumber: someNumber(),
    custodyVerified: true,
    parents: [{ parent: 'mother', name: 'Prøve Mor', civilNumber: motherNumber }],
  })
  return one
}

async function complete(one: RealCase, kind: string, as: string, body: object): Promise<void> {
  const { id } = await one.task(kind)
  await expectOk(call('POST', `/tasks/${id}/complete`, as, body))
}

async function saveDraft(one: RealCase, kind: string, as: string, body: object): Promise<void> {
  const { id } = await one.task(kind)
  await expectOk(call('PUT', `/tasks/${id}/draft`, as, body))
}

/** A family that the family group has taken on and the family house has been asked for. */
async function inTheHouse(): Promise<RealCase> {
  const one = await identified(planted)
  await one.answer('referral', {})
  const { id } = await one.task('answerReferral')
  const offer = id.replace(/\.\d+$/, '')
  const taken = { screening: 'noClarification', why: 'Familien har brug for hjælp.' }
  await expectOk(call('POST', `/handovers/${offer}/accept`, 'fg-gitte', taken))
  await expectOk(
    call('POST', '/family-house/courses', 'fg-gitte', {
      way: 'reception',
      referredBy: offer,
      houseKind: 'short',
      ageBand: '3-5',
      contact: planted.course,
    }),
  )
  await saveDraft(one, 'firstMeeting', 'fg-gitte', { givers: [{ giver: 'mother', contact: planted.draft }] })
  return one
}

/** A child of whom the social worker has notified, with where it is. */
async function notifiedOf(): Promise<RealCase> {
  const one = await identified()
  await one.post('escalate', 'sw-anna', {})
  await complete(one, 'notify', 'sw-anna', {
    identity: 'named',
    childName: 'Prøve Barn',
    childContact: planted.notified,
    abuse: false,
    parentsTold: 'none',
    parentsToldWhy: 'Det er for farligt.',
    observed: 'Barnet er bange.',
  })
  await one.task('assess')
  return one
}

/** A child of whom whoever raised the concern is about to notify. */
async function leftToTheRaiser(): Promise<RealCase> {
  const one = await identified()
  await one.post('escalate', 'sw-anna', {})
  await complete(one, 'notify', 'sw-anna', {
    identity: 'unknownToMe',
    abuse: false,
    parentsTold: 'none',
    parentsToldWhy: 'Det er for farligt.',
    observed: 'Barnet er bange.',
  })
  await saveDraft(one, 'raiserNotify', 'r-101001', { childContact: planted.raisersDraft })
  return one
}

/** A request for access to both families' files, as far as the texts that are to be gone through. */
async function asksForAccess(requester: string): Promise<string> {
  const body = { kind: 'subjectAccess', requester, cases: [helped.id, notified.id] }
  const begun = await expectOk(call('POST', '/access-requests', 'sw-anna', body))
  const code = String(begun.body['code'])
  const answer = async (kind: string, form: object) => {
    const process = `/processes/accessRequest-${code}-1`
    const { body: shown } = await call<{ tasks: { id: string; kind: string }[] }>('GET', process, 'sw-anna')
    const id = shown.tasks.find(task => task.kind === kind)?.id ?? 'none'
    await expectOk(call('POST', `/tasks/${id}/complete`, 'sw-anna', form))
  }
  await answer('verifyRequester', { proof: 'mitId' })
  await answer('collectAccess', {})
  return code
}

const column = async (sql: string): Promise<string[]> => {
  const cases = [helped, notified, unknown].map(({ id }) => id)
  const { rows } = await inside.database.query<{ id: string }>(sql, [[...cases, byFather, byMother]])
  return rows.map(({ id }) => id)
}

beforeAll(async () => {
  helped = await inTheHouse()
  notified = await notifiedOf()
  unknown = await leftToTheRaiser()
  byFather = await asksForAccess('father')
  byMother = await asksForAccess('mother')
  tasks = await column('select id from brobygger.tasks where case_id = any ($1)')
  for (const [one, as] of [
    [helped, 'sw-bo'],
    [notified, 'sw-bo'],
    [helped, 'hl-olga'],
    [notified, 'fl-ida'],
  ] as const)
    await one.post('break-glass', as, { why: 'Politiet ringer.' })
}, 120_000)

/** Every address at which something can be read of these cases, with its operation. */
async function addresses(): Promise<{ operation: string; address: string }[]> {
  const { body } = await call('GET', '/openapi.json', null)
  const processes = await column('select id from brobygger.processes where case_id = any ($1)')
  const of = (kind: string) => processes.filter(id => id.startsWith(`${kind}-`))
  const ids: Readonly<Record<string, readonly string[]>> = {
    '/cases/{id}': [helped, notified, unknown].map(({ id }) => id),
    '/processes/{id}': processes,
    '/tasks/{id}': tasks,
    '/consents/{id}': of('consent'),
    '/handovers/{id}': [...of('referral'), ...of('notification')],
    '/family-house/courses/{id}': of('familyHouseCourse'),
    '/access-requests/{code}': [byFather, byMother],
  }
  return operations(body)
    .filter(({ method, path }) => method === 'GET' && !path.includes('{document}'))
    .flatMap(({ id: operation, path }) => {
      if (!path.includes('{')) return [{ operation, address: path }]
      const begin = Object.keys(ids).find(one => path.startsWith(one)) ?? ''
      return (ids[begin] ?? []).map(id => ({ operation, address: path.replace(/\{[a-z]+\}/i, id) }))
    })
}

/** What somebody reads at an address, stating a reason: leaders see more then. */
async function readAt(address: string, as: string): Promise<string> {
  const headers = { 'x-brobygger-person': as, ...statedReason }
  const url = `${environment('BRO_TEST_API_URL')}/api${address}`
  return await (await fetch(url, { headers, redirect: 'manual' })).text()
}

/** What everybody finds by reading everything they can: who finds what, and by which operations. */
async function found(): Promise<Found> {
  const all = await addresses()
  const result = Object.fromEntries(Object.keys(planted).map(name => [name, {}])) as Found
  const readAll = async (as: PersonId) => {
    for (const { operation, address } of all) {
      const text = await readAt(address, as)
      const named = address.endsWith(byFather) ? `${operation} of the father` : operation
      for (const [name, word] of Object.entries(planted) as [Planted, string][])
        if (text.includes(word)) result[name][as] = [...new Set([...(result[name][as] ?? []), named])].sort()
    }
  }
  await Promise.all(people.map(readAll))
  return result
}
type Found = Record<Planted, Partial<Record<PersonId, string[]>>>

/** Who finds what, whatever way. */
const finders = (of: Found) =>
  Object.fromEntries(Object.entries(of).map(([name, by]) => [name, Object.keys(by).sort()]))
/** By which operations anything is found. */
const ways = (of: Found) => [...new Set(Object.values(of).flatMap(by => Object.values(by).flat()))].sort()

/** Who is told at which institution the child spends its days, by the case and by the list of cases there. */
async function institutionTold(): Promise<{ byCase: string[]; byList: string[] }> {
  const told = async (as: PersonId) => {
    const file = await call<{ institution?: string }>(
      'GET',
      `/cases/${helped.id}`,
      as,
      undefined,
      statedReason,
    )
    const list = await readAt('/cases?institution=101001&practice=false&limit=100', as)
    const events = await readAt(`/cases/${helped.id}/events?limit=500`, as)
    const isTold = file.body.institution === '101001' || events.includes('"institution":"101001"')
    return { as, isTold, isListed: list.includes(helped.id) }
  }
  const all = await Promise.all(people.map(told))
  const those = (of: typeof all) => of.map(({ as }) => as).sort()
  return {
    byCase: those(all.filter(({ isTold }) => isTold)),
    byList: those(all.filter(({ isListed }) => isListed)),
  }
}

async function tell(kind: 'protectionSet' | 'protectionLifted'): Promise<void> {
  await fetchNow(inside, await publish({ kind, number: motherNumber }))
}

/** Before and after: everybody whose rights open the text. */
const openly = {
  // What is given before anybody is identified is read by the post alone.
  asked: [],
  given: ['sw-anna', 'sw-bo', 'tl-eva'],
  course: ['fh-karen', 'hl-olga'],
  notified: ['do-jens', 'fg-gitte', 'fg-hans', 'fl-ida', 'sw-anna', 'sw-bo', 'tl-eva'],
  draft: ['fg-gitte'],
  raisersDraft: ['r-101001'],
}
/** Meanwhile: those who work with the family, and who answers the mother herself. */
const shielded = {
  asked: [],
  given: ['sw-anna'],
  // The leader of the house stands in for a social worker whom the house has none of.
  course: ['fh-karen', 'hl-olga'],
  notified: ['do-jens', 'fg-gitte', 'fg-hans', 'sw-anna', 'tl-eva'],
  draft: ['fg-gitte'],
  raisersDraft: [],
}

describe('where somebody of a protected address is', () => {
  it('is read before by all whose rights open what it stands in', async () => {
    const now = await found()
    expect(finders(now)).toEqual(openly)
    expect(ways(now)).toContain('getAccessRequest of the father')
    expect(await institutionTold()).toEqual({
      byCase: ['nl-101001', 'r-101001', 'sw-anna', 'sw-bo', 'tl-eva'],
      byList: ['nl-101001', 'r-101001', 'sw-anna'],
    })
  }, 120_000)

  it('is read by those alone who work with the family as soon as the register says so, wherever it was written', async () => {
    await tell('protectionSet')
    const now = await found()
    expect(finders(now)).toEqual(shielded)
    // The other parent's answer holds it for nobody; her own does, for whoever lets it out.
    expect(ways(now)).not.toContain('getAccessRequest of the father')
    expect(now.notified['tl-eva']).toEqual(['getAccessRequest'])
    expect(await institutionTold()).toEqual({ byCase: ['sw-anna'], byList: ['sw-anna'] })
  }, 120_000)

  it('is looked for by a person before anything of it goes to the other parent', async () => {
    const address = `/access-requests/${byFather}`
    const { body } = await call<{ protection: { persons: string[] } | null }>('GET', address, 'sw-anna')
    expect(body.protection?.persons).toEqual(['mother'])
    const answer = async (kind: string, as: string, form: object) => {
      const process = `/processes/accessRequest-${byFather}-1`
      const { body: shown } = await call<{ tasks: { id: string; kind: string }[] }>('GET', process, as)
      const id = shown.tasks.find(task => task.kind === kind)?.id
      return id === undefined ? null : await call('POST', `/tasks/${id}/complete`, as, form)
    }
    const refused = { status: 422, body: { code: 'address-not-looked-for' } }
    expect(await answer('redactText', 'sw-anna', { decision: 'show' })).toMatchObject(refused)
    const withheld = { decision: 'withhold', grounds: ['otherParent'], why: 'Det røber, hvor mor er.' }
    expect(await answer('redactText', 'sw-anna', withheld)).toMatchObject({ status: 200 })
    const shown = { decision: 'show', addressLookedFor: true }
    for (let left = 50; left > 0; left--) if ((await answer('redactText', 'sw-anna', shown)) === null) break
    await answer('checkOtherParent', 'sw-anna', { found: 'removed' })
    expect(await answer('releaseAccess', 'tl-eva', { decision: 'send' })).toMatchObject(refused)
    const sent = { decision: 'send', addressLookedFor: true }
    expect(await answer('releaseAccess', 'tl-eva', sent)).toMatchObject({ status: 200 })
  }, 120_000)

  it('is read again by all of them when it is lifted', async () => {
    await tell('protectionLifted')
    expect(finders(await found())).toEqual(openly)
    expect((await institutionTold()).byCase).toContain('tl-eva')
  }, 120_000)

  it('stands in no log, in nothing that Temporal keeps, and in no letter', async () => {
    const folder = environment('BRO_TEST_DATA_DIR')
    const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
    const letters = ['mail', 'digital-post'].map(async service =>
      (await fetch(`${environment('BRO_TEST_SIMULATORS_URL')}/${service}/ledger`)).text(),
    )
    const words = Object.values(planted)
    expect((await Promise.all(letters)).flatMap(ledger => leaksIn(ledger, words))).toEqual([])
    const leaking: string[] = []
    for (const name of files) {
      // A file of PostgreSQL's own may be gone by the time it is its turn.
      const bytes = await readFile(name).catch(() => Buffer.alloc(0))
      if (leaksIn(bytes, words).length > 0) leaking.push(name)
    }
    expect(leaking).toEqual([])
    expect(
      files.some(name => name.includes('/logs/')) && files.some(name => name.includes('/temporal/')),
    ).toBe(true)
  })
})

describe('a visit at the institution of a child of a protected address', () => {
  it('names the case to the social worker who makes it, and to no colleague and no leader', async () => {
    const raised = await raiseAt('109001', 40)
    const caseId = raised.body.caseId
    const open = await raiseAt('109001', 41)
    const complete = async (kind: string, body: object) => {
      const shown = await call<{ tasks: { id: string; kind: string }[] }>(
        'GET',
        `/cases/${caseId}`,
        'sw-helle',
      )
      const id = shown.body.tasks.find(task => task.kind === kind)?.id ?? 'none'
      await expectOk(call('POST', `/tasks/${id}/complete`, 'sw-helle', body))
    }
    const on = '2027-02-20'
    await complete('triage', { outcome: 'takenOn', why: 'Vi mødes med familien.' })
    await complete('reply', { reply: 'Vi tager det op.' })
    const session = {
      heldOn: on,
      present: ['mother'],
      dutyCheck: { answer: 'no', why: 'Ingen tegn.' },
      end: 'consent',
    }
    await complete('session', session)
    const givers = [{ giver: 'mother', custody: 'sole' }]
    await complete('requestConsent', { kinds: ['familySituation'], givers, deliveredOn: on })
    await expectOk(
      call('POST', `/consents/consent-${caseId}-1/give`, 'sw-helle', { giver: 'mother', form: 'digital' }),
    )
    await complete('identify', { childName: 'Prøve Barn', custodyVerified: true, protectedAddress: true })

    const round = await PracticeRound.planned({ cluster: 'bakke' })
    const { plannedOn } =
      (await round.round()).visits.find(({ institution }) => institution === '109001') ?? {}
    await round.toDate(plannedOn ?? '', '08:30')
    const agenda = async (as: string) =>
      (await round.round(as)).visits.find(visit => visit.institution === '109001')?.agenda ?? []
    expect(await agenda('sw-helle')).toEqual(expect.arrayContaining([caseId, open.body.caseId]))
    for (const as of ['sw-anna', 'tl-eva']) {
      expect(await agenda(as)).toContain(open.body.caseId)
      expect(await agenda(as)).not.toContain(caseId)
    }
    const events = (as: string) => readAt(`/cases/${round.caseId}/events?limit=500`, as)
    expect(await events('sw-helle')).toContain(caseId)
    expect(await events('tl-eva')).not.toContain(caseId)
  }, 60_000)
})
