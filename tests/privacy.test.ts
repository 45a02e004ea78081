import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { courseForm, groupForm } from '@brobygger/domain/messages'
import { taskOfKind } from '@brobygger/domain/tasks'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import pg from 'pg'
import { reviewOnDeskOf } from './support/access-review.js'
import { call } from './support/http.js'
import { lookFromAllSides } from './support/look.js'
import { leaksIn } from './support/leaks.js'
import { passesModulus11, Planting } from './support/planting.js'
import { expectOk, RealCase } from './support/real-case.js'
import { PracticeRound } from './support/visits.js'
import { namespaces } from './support/municipality.js'

const today = new Date().toISOString().slice(0, 10)
const noDuty = { answer: 'no' }
const planting = new Planting()
const cases: string[] = []

let connection: Connection

const environment = (name: string): string => process.env[name] ?? ''

beforeAll(async () => {
  connection = await Connection.connect({ address: environment('BRO_TEST_TEMPORAL_ADDRESS') })
  for (const play of [helped, young, notified, declined, refusedConsent, visited])
    cases.push((await play()).id)
  await mistakes(cases[0] ?? '')
}, 120_000)
afterAll(() => connection.close())

/** Up to a consent that waits for its answer. */
async function asked(form: Record<string, unknown> = {}): Promise<RealCase> {
  const one = await RealCase.raise(planting, form)
  await one.answer('triage', { outcome: 'takenOn', adviceToo: true })
  await one.answer('reply', {})
  await one.answer('advice', {
    heldOn: today,
    reviewOn: today,
    actions: [{}, { by: today }],
    dutyCheck: noDuty,
  })
  await one.answer('session', { heldOn: today, present: ['mother'], dutyCheck: noDuty, end: 'consent' })
  await one.answer('requestConsent', {
    kinds: ['wellbeing'],
    givers: [
      { giver: 'mother', custody: 'joint' },
      { giver: 'father', custody: 'joint' },
    ],
    deliveredOn: today,
  })
  return one
}

/** The child is known to the register of persons by a number, a name and an address of its own. */
async function identify(one: RealCase): Promise<void> {
  const number = planting.cprNumber()
  const person = { number, name: planting.name(), address: `${planting.word()} Allé 7`, hasDigitalPost: true }
  const body = JSON.stringify(person)
  const put = await fetch(`${environment('BRO_TEST_SIMULATORS_URL')}/cpr/persons`, { method: 'PUT', body })
  expect(put.status).toBe(200)
  const form = taskOfKind('identify')?.form
  if (form === undefined) throw new Error('no form')
  const { id } = await one.task('identify')
  const answer = { ...planting.fill(form, { custodyVerified: true }), civilNumber: number }
  await expectOk(call('POST', `/tasks/${id}/complete`, 'sw-anna', answer))
  for (let left = 100; left > 0 && (await toldOf(one)).length === 0; left--) await sleep(100)
  expect(await toldOf(one)).toMatchObject([{ outcome: 'found', livesHere: true }])
}

const toldOf = async (one: RealCase): Promise<readonly object[]> =>
  ((await one.show()) as unknown as { personLookUps: object[] }).personLookUps

/** Up to an offer that waits for its answer. */
async function offered(form: Record<string, unknown> = {}): Promise<{ one: RealCase; offer: string }> {
  const one = await asked(form)
  const consent = await one.consent()
  for (const giver of ['mother', 'father']) {
    const said = {
      words: planting.sentence(),
      witness: planting.name(),
      note: planting.sentence(),
    }
    await expectOk(call('POST', `/consents/${consent}/give`, 'sw-anna', { giver, form: 'paper', ...said }))
  }
  await identify(one)
  await one.answer('referral', {})
  const { id } = await one.task('answerReferral')
  return { one, offer: id.replace(/\.\d+$/, '') }
}

async function helped(): Promise<RealCase> {
  const { one, offer } = await offered()
  const why = () => ({ why: planting.sentence() })
  await expectOk(
    call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification', ...why() }),
  )
  await one.post('notes', 'sw-anna', { text: planting.sentence() })
  const contentBase64 = Buffer.from(`${planting.sentence()} ${planting.cprNumber()}`).toString('base64')
  const document = await call<{ entry: string }>('POST', `/cases/${one.id}/documents`, 'sw-anna', {
    kind: 'wellbeing',
    mediaType: 'text/plain',
    contentBase64,
  })
  await one.post('corrections', 'sw-anna', { entry: document.body.entry, text: planting.sentence() })
  await one.post('pause', 'sw-anna', { reason: 'hospital', ...why() })
  await one.post('resume', 'sw-anna', {})
  const { id, kind } = await one.task('firstMeeting')
  const form = taskOfKind(kind)?.form
  if (form === undefined) throw new Error('no form')
  await expectOk(call('PUT', `/tasks/${id}/draft`, 'fg-gitte', planting.fill(form, {})))
  await one.answer('firstMeeting', { heldOn: today })
  await one.answer('feedback', {})
  await one.answer('measure', { measure: 'early', startsOn: today, provider: 'familyHouse' })
  await inFamilyHouse(one)
  await lookedInto(one)
  await expectOk(
    call('PUT', `/tasks/${(await one.task('endMeasure')).id}/draft`, 'fg-gitte', {
      note: planting.sentence(),
    }),
  )
  return one
}

/** A young person whose own plan is considered. */
async function young(): Promise<RealCase> {
  const { one, offer } = await offered({ ageBand: '15-17' })
  const why = planting.sentence()
  await expectOk(
    call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification', why }),
  )
  await one.answer('youthPlan', { decision: 'notNeeded' })
  return one
}

/** Somebody takes urgent access to it, and the review says that there was no need. */
async function lookedInto(one: RealCase): Promise<void> {
  const why = planting.sentence()
  await expectOk(call('POST', `/cases/${one.id}/break-glass`, 'sw-bo', { why }))
  const review = await reviewOnDeskOf('tl-eva', { caseId: one.id })
  for (const [kind, as, codes] of [
    ['reviewUrgentAccess', 'tl-eva', { justified: 'no' }],
    ['assessBreach', 'dpo-nina', { breach: 'yes', reported: 'no', told: 'no' }],
  ] as const) {
    const form = taskOfKind(kind)?.form
    if (form === undefined) throw new Error('no form')
    await review.answer(kind, as, planting.fill(form, codes))
  }
}

/** A course in the family house, up to its end; and the group, with a family that applied and came first. */
async function inFamilyHouse(one: RealCase): Promise<void> {
  const opened = await call<{ process: string }>(
    'POST',
    '/family-house/groups',
    'hl-olga',
    planting.fill(groupForm, { houseKind: 'short', ageBands: ['3-5'], capacity: 1 }),
  )
  const group = opened.body.process
  await one.answer('houseIntake', { decision: 'group', group })
  const applied = await call<{ process: string }>(
    'POST',
    '/family-house/courses',
    'fh-karen',
    planting.fill(courseForm, { way: 'application', ageBand: '3-5' }),
  )
  const why = planting.sentence()
  const course = applied.body.process
  await expectOk(
    call('POST', `/family-house/groups/${group}/first`, 'fh-karen', { course, reason: 'decision', why }),
  )
  await one.answer('answerPlace', { answer: 'yes' })
  await one.answer('startCourse', { startsOn: today, firstSessionOn: today })
  const session = { heldOn: today, present: ['mother'], dutyCheck: { answer: 'yes' } }
  for (const score of [30, 20]) {
    await one.answer('familySession', { ...session, ors: [{ who: 'adult', score }] })
  }
  await one.answer('dutyInFamilyHouse', { done: 'noDuty' })
  await one.answer('adjustCourse', { change: 'end' })
  await one.answer('endCourse', { endedOn: today, reason: 'otherHelp', effect: 'worse' })
}

async function notified(): Promise<RealCase> {
  const one = await RealCase.raise(planting, { mainCategory: 'violence', acute: true })
  await one.answer('notify', { identity: 'named', abuse: true, parentsTold: 'none' })
  await one.answer('assess', { acute: true, screening: 'investigation', parentsContacted: false })
  for (const kind of ['police', 'childrensHouse']) await one.answer(kind, { calledOn: today })
  await one.answer('notificationReceipt', {})
  await one.answer('orientation', { told: 'investigationStarted' })
  await one.answer('investigation', { result: 'measure' })
  await one.post('close', 'tl-eva', { code: 'takenOver', why: planting.sentence() })
  return one
}

async function declined(): Promise<RealCase> {
  const { one, offer } = await offered()
  await expectOk(
    call('POST', `/handovers/${offer}/decline`, 'fg-hans', {
      reason: 'targetGroup',
      alternative: planting.sentence(),
      why: planting.sentence(),
    }),
  )
  await one.answer('declined', { decision: 'counselling' })
  await one.post('escalate', 'sw-anna', { why: planting.sentence() })
  await one.post('conflict', 'sw-anna', { why: planting.sentence() })
  return one
}

async function refusedConsent(): Promise<RealCase> {
  const one = await asked()
  const consent = await one.consent()
  const note = () => ({ note: planting.sentence() })
  const oral = () => ({ form: 'oral', words: planting.sentence(), witness: planting.name(), ...note() })
  const as = 'sw-anna'
  await expectOk(call('POST', `/consents/${consent}/give`, as, { giver: 'mother', ...oral() }))
  await expectOk(call('POST', `/consents/${consent}/withdraw`, as, { giver: 'mother', ...note() }))
  await one.answer('choose', { way: 'askAgain', dutyCheck: noDuty, nextOn: today })
  await one.answer('requestConsent', {
    kinds: ['wellbeing'],
    givers: [{ giver: 'father', custody: 'sole' }],
  })
  await one.answer('deliverLetter', { outcome: 'handedOver', deliveredOn: today, how: 'inPerson' })
  const second = await one.consent()
  await expectOk(call('POST', `/consents/${second}/refuse`, as, { giver: 'father', ...note() }))
  return one
}

/** A round of visits: real ones are opened by their schedule only, so this one is for practice. */
async function visited(): Promise<{ id: string }> {
  const round = await PracticeRound.start({ cluster: 'aa' })
  const answer = (kind: string, as: string, codes: Record<string, unknown>, about?: string) => {
    const form = taskOfKind(kind)?.form
    if (form === undefined) throw new Error(`no kind ${kind}`)
    return round.answer(kind, as, planting.fill(form, codes), about)
  }
  const weights = [{ institution: '110001', weight: 3 }]
  await answer('weighNeed', 'tl-eva', { decision: 'own', weights })
  const { institution, plannedOn } = await round.dayOf(0)
  await answer('visit', 'sw-helle', { outcome: 'notHeld' }, institution)
  const missed = { decision: 'newDate', newDate: plannedOn }
  await answer('missedVisit', 'tl-eva', missed, institution)
  const present = [{ who: 'leader', count: 1 }]
  await answer('visit', 'sw-helle', { outcome: 'held', heldOn: plannedOn, present }, institution)
  const others = (await round.show()).tasks.filter(({ kind }) => kind === 'visit')
  for (const { about } of others) {
    await answer('visit', 'sw-helle', { outcome: 'cancelled' }, about ?? '')
  }
  return { id: round.caseId }
}

/** What people type in the wrong place, and what is refused. */
async function mistakes(caseId: string): Promise<void> {
  const [as, word] = ['sw-anna', () => planting.word()]
  const answers = [
    await call('POST', `/cases/${caseId}/notes`, as, { text: `${planting.cprNumber()} ${word()}` }),
    await call('POST', `/cases/${caseId}/notes`, as, { text: `${word()} ${'x'.repeat(5000)}` }),
    await call('POST', `/cases/${caseId}/notes`, as, { text: planting.sentence(), [word()]: word() }),
    await call('POST', `/cases/${caseId}/notes`, as, `{"text": "${word()}`),
    await call('POST', `/cases/${caseId}/pause`, as, { reason: word() }),
    await call('POST', `/tasks/concern-${caseId}.999/complete`, as, { why: planting.sentence() }),
    await call('POST', `/tasks/${word()}/complete`, as, { why: planting.sentence() }),
    await call('GET', `/cases/${word()}`, as),
    await call('GET', `/cases/${caseId}/events?cursor=${word()}`, as),
    await call('GET', `/${word()}`, as),
    await call('GET', `/cases/${caseId}`, word()),
    await call('POST', '/concerns', 'r-101001', { seen: planting.sentence(), institution: word() }),
  ]
  expect(answers.map(({ status }) => status).filter(status => status < 400 || status >= 500)).toEqual([])
}

/** Every file under a folder that can be read. */
async function filesUnder(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  // A file of PostgreSQL's own may be gone by the time it is its turn.
  const read = await Promise.all(
    files.map(async name => ({ name, bytes: await readFile(name).catch(() => Buffer.alloc(0)) })),
  )
  return read.filter(({ bytes }) => bytes.length > 0)
}

/** Every row of every table in every schema of ours, as text. */
async function databaseRows(): Promise<{ name: string; bytes: string }[]> {
  const url = new URL(environment('BRO_TEST_ADMIN_URL'))
  url.pathname = '/brobygger'
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const dumped = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} as t`)
      dumped.push({ name, bytes: rows.map(({ row }) => row).join('\n') })
    }
    return dumped
  } finally {
    await client.end()
  }
}

/** Everything that Temporal tells of the cases' processes: histories, search attributes, memo, summaries. */
async function executions(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const { workflowService } = connection
  const found = []
  for (const namespace of namespaces) {
    const { executions } = await workflowService.listWorkflowExecutions({ namespace, pageSize: 1000 })
    for (const { execution } of executions) {
      const name = execution?.workflowId ?? ''
      if (!execution || !cases.some(id => name.includes(id))) continue
      const { History } = proto.temporal.api.history.v1
      const { DescribeWorkflowExecutionResponse: Described } = proto.temporal.api.workflowservice.v1
      const { history } = await workflowService.getWorkflowExecutionHistory({ namespace, execution })
      const described = await workflowService.describeWorkflowExecution({ namespace, execution })
      found.push({ name: `history of ${name}`, bytes: History.encode(history ?? {}).finish() })
      found.push({ name: `description of ${name}`, bytes: Described.encode(described).finish() })
    }
  }
  return found
}

async function served(): Promise<{ name: string; bytes: string }[]> {
  const urls = [
    `${environment('BRO_TEST_API_URL')}/api/metrics`,
    ...['mail', 'digital-post', 'family-system', 'register', 'case-index'].map(
      service => `${environment('BRO_TEST_SIMULATORS_URL')}/${service}/ledger`,
    ),
  ]
  return Promise.all(urls.map(async name => ({ name, bytes: await (await fetch(name)).text() })))
}

/** Names of the places where one of the texts lies. */
const placesOf = (
  places: readonly { name: string; bytes: Uint8Array | string }[],
  texts: readonly string[],
): string[] => places.filter(({ bytes }) => leaksIn(bytes, texts).length > 0).map(({ name }) => name)

describe('what people write', () => {
  it('is planted in every kind of field, with numbers that are nobody’s', () => {
    expect(planting.words.length).toBeGreaterThan(100)
    const numbers = planting.words.filter(word => /^\d{10}$/.test(word))
    expect(numbers.length).toBeGreaterThan(4)
    expect(numbers.filter(passesModulus11)).toEqual([])
  })

  it('would be found in any form by the search that follows', () => {
    const word = planting.word()
    const sentence = `${planting.sentence()} ${word}.`
    for (const before of ['', 'a', 'ab', 'abc']) {
      const text = Buffer.from(`${before}${sentence}`)
      for (const form of [text.toString(), text.toString('base64'), text.toString('hex')]) {
        expect(leaksIn(form, [word])).toEqual([word])
      }
    }
    expect(leaksIn(sentence, ['zq000000000000000000'])).toEqual([])
  })

  it('lies in no file: not in Temporal’s, not in the logs, not in PostgreSQL’s', async () => {
    const all = await filesUnder(environment('BRO_TEST_DATA_DIR'))
    // What the register of persons knows is its own.
    const files = all.filter(({ name }) => !name.endsWith('/simulators/cpr.jsonl'))
    // That files are really read: the code of a case is no secret, and lies in Temporal's.
    expect(placesOf(files, cases.slice(0, 1)).some(name => name.includes('/temporal/'))).toBe(true)
    expect(files.some(({ name }) => name.includes('/logs/'))).toBe(true)
    expect(placesOf(files, planting.words)).toEqual([])
  })

  it('lies in no table in the clear', async () => {
    const tables = await databaseRows()
    expect(placesOf(tables, cases.slice(0, 1))).toEqual(
      expect.arrayContaining(['brobygger.events', 'brobygger.cases']),
    )
    expect(tables.find(({ name }) => name === 'vault.texts' || name.startsWith('vault.'))).toBeDefined()
    expect(placesOf(tables, planting.words)).toEqual([])
  })

  it('is in no history, search attribute or summary of a process', async () => {
    const processes = await executions()
    expect(processes.length).toBeGreaterThan(2 * cases.length)
    expect(placesOf(processes, ['BroStage']).length).toBeGreaterThan(0)
    expect(placesOf(processes, planting.words)).toEqual([])
  })

  it('is not told to the outside, and not measured', async () => {
    const pages = await served()
    expect(placesOf(pages, cases.slice(0, 1)).some(name => name.endsWith('/mail/ledger'))).toBe(true)
    expect(placesOf(pages, ['brobygger_']).some(name => name.endsWith('/api/metrics'))).toBe(true)
    expect(placesOf(pages, planting.words)).toEqual([])
  })

  it('is shown to those who may see the case: nothing was lost', async () => {
    const address = `/cases/${cases[0] ?? ''}`
    const shown = JSON.stringify(await lookFromAllSides(address))
    const events = JSON.stringify(await lookFromAllSides(`${address}/events?limit=500`))
    expect(leaksIn(shown + events, planting.words).length).toBeGreaterThan(30)
  })
})
