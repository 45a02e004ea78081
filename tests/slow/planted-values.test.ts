import { appendFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Api } from '@brobygger/tools/chaos'
import { Connection } from '@temporalio/client'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { backUpData, restoreData } from '../support/data-backup.js'
import { erase } from '../support/erase.js'
import { call } from '../support/http.js'
import { leaksIn } from '../support/leaks.js'
import { look } from '../support/look.js'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'
import { passesModulus11, Planting } from '../support/planting.js'
import { expectOk, RealCase } from '../support/real-case.js'
import { places, scan, type PlaceName } from '../support/scan.js'

const LONG = 300_000
const today = new Date().toISOString().slice(0, 10)
const noDuty = { answer: 'no' }
/** What is planted in the case that will be erased, and in the others. Its numbers fail modulus 11. */
const [ofErased, ofOthers] = [new Planting(), new Planting()]
const control = new Planting()

let system: OwnSystem
let erased: RealCase
let others: RealCase[]

beforeAll(async () => {
  system = await startOwnSystem({})
  process.env['BRO_TEST_API_URL'] = system.apiUrl
  erased = await played(ofErased)
  others = [await played(ofOthers), await notified(ofOthers)]
  await refuseErasure(others[0]?.id ?? '')
}, LONG)
afterAll(() => system.stop(), 60_000)

/** Up to a consent that waits, with an outage, refused commands and a killed worker on the way. */
async function played(planting: Planting): Promise<RealCase> {
  const one = await RealCase.raise(planting, {})
  await system.fault('mail', { mode: 'down' })
  await system.fault('register', { mode: 'down' })
  await one.answer('triage', { outcome: 'takenOn', adviceToo: true })
  await refused(one.id, planting)
  await one.answer('reply', {})
  await system.fault('mail', null)
  await system.fault('register', null)
  await system.signal('worker-children-and-youth', 'SIGKILL')
  const actions = [{}, { by: today }]
  await patiently(async () => {
    const { tasks } = await one.show()
    // Taken although its answer was lost.
    if (!tasks.some(({ kind }) => kind === 'advice')) return
    await one.answer('advice', { heldOn: today, reviewOn: today, actions, dutyCheck: noDuty })
  })
  await one.answer('session', { heldOn: today, present: ['mother'], dutyCheck: noDuty, end: 'consent' })
  const givers = [{ giver: 'mother', custody: 'sole' }]
  await one.answer('requestConsent', { kinds: ['wellbeing'], givers, deliveredOn: today })
  await one.post('notes', 'sw-anna', { text: planting.sentence() })
  const contentBase64 = Buffer.from(`${planting.sentence()} ${planting.cprNumber()}`).toString('base64')
  await one.post('documents', 'sw-anna', { kind: 'wellbeing', mediaType: 'text/plain', contentBase64 })
  return one
}

async function notified(planting: Planting): Promise<RealCase> {
  const one = await RealCase.raise(planting, { mainCategory: 'violence', acute: true })
  await one.answer('notify', { identity: 'named', abuse: true, parentsTold: 'none' })
  await one.task('assess')
  return one
}

/** An erasure that is asked for and refused, with a text at each turn. */
async function refuseErasure(caseId: string): Promise<void> {
  const asked = { requester: 'mother', request: ofOthers.sentence() }
  const begun = await expectOk(call('POST', `/cases/${caseId}/erasure`, 'tl-eva', asked))
  const { tasks } = (
    await look<{ tasks: { id: string }[] }>(`/processes/erasure-${String(begun.body['code'])}-1`, 'tl-eva')
  ).body
  const answer = { decision: 'refuse', obstacle: 'journalDuty', why: ofOthers.sentence() }
  await expectOk(call('POST', `/tasks/${tasks[0]?.id ?? 'none'}/complete`, 'tl-eva', answer))
  const shown = await look(`/erasures/${String(begun.body['code'])}`, 'tl-eva')
  expect(leaksIn(JSON.stringify(shown.body), ofOthers.words).length).toBeGreaterThan(0)
}

/** What people type in the wrong place. */
async function refused(caseId: string, planting: Planting): Promise<void> {
  const [as, word] = ['sw-anna', () => planting.word()]
  const answers = [
    await call('POST', `/cases/${caseId}/notes`, as, { text: `${planting.cprNumber()} ${word()}` }),
    await call('POST', `/cases/${caseId}/notes`, as, { text: planting.sentence(), [word()]: word() }),
    await call('POST', `/cases/${caseId}/notes`, as, `{"text": "${word()}`),
    await call('POST', `/cases/${caseId}/pause`, as, { reason: word() }),
    await call('POST', `/tasks/${word()}/complete`, as, { why: planting.sentence() }),
    await call('GET', `/cases/${word()}`, as),
    await call('GET', `/cases/${caseId}/events?cursor=${word()}`, as),
    await call('GET', `/${word()}`, as),
    await call('GET', `/cases/${caseId}`, word()),
  ]
  expect(answers.map(({ status }) => status).filter(status => status < 400 || status >= 500)).toEqual([])
}

/** Again until it is taken: the worker is being started. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let left = 60; ; left--) {
    try {
      await work()
      return
    } catch (error) {
      if (left === 0) throw error
      await sleep(500)
    }
  }
}

/** How many of the texts are shown of a case to its leaders, who say why they look. */
async function shownOf(caseId: string, texts: readonly string[]): Promise<number> {
  const views = await Promise.all(
    ['', '/events?limit=500'].flatMap(rest =>
      ['tl-eva', 'fl-ida'].map(as => look(`/cases/${caseId}${rest}`, as)),
    ),
  )
  return leaksIn(JSON.stringify(views.map(({ body }) => body)), texts).length
}

/** Writes a text in clear to a place that can be written to. */
async function plantControl(): Promise<Partial<Record<PlaceName, string>>> {
  const words = {
    log: control.word(),
    data: control.word(),
    access: control.word(),
    keys: control.word(),
    history: control.word(),
  }
  const [log = ''] = (await readdir(join(system.dataDir, 'logs'))).filter(name => name.includes('api'))
  await appendFile(join(system.dataDir, 'logs', log), `{"url": "/api/${words.log}"}\n`)
  const table = async (database: string, name: string, word: string) => {
    const url = new URL(system.adminUrl)
    url.pathname = `/${database}`
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    await client.query(`create table ${name} as select '${word}'::text as said`)
    await client.query('checkpoint')
    await client.end()
  }
  await table('brobygger', 'brobygger.control', words.data)
  await table('brobygger', 'access_log.control', words.access)
  await table('brobygger_keys', 'keys.control', words.keys)
  const connection = await Connection.connect({ address: system.temporalAddress })
  await connection.workflowService.startWorkflowExecution({
    namespace: 'children-and-youth',
    workflowId: 'control',
    workflowType: { name: 'control' },
    taskQueue: { name: 'nobody' },
    requestId: 'control',
    header: { fields: { said: { data: Buffer.from(words.history) } } },
  })
  await connection.close()
  return {
    'logs and addresses in them': words.log,
    'PostgreSQL, WAL': words.data,
    'PostgreSQL, files': words.keys,
    'Temporal, store': words.history,
    'tables, data': words.data,
    'tables, access log': words.access,
    'tables, key store': words.keys,
    'Temporal, histories with headers': words.history,
  }
}

const plantedWords = () => [...ofErased.words, ...ofOthers.words]

describe('what people write, when things go wrong', () => {
  it(
    'lies nowhere in the clear',
    async () => {
      const words = plantedWords()
      const numbers = words.filter(word => /^\d{10}$/.test(word))
      expect(words.length).toBeGreaterThan(60)
      expect(numbers.filter(passesModulus11)).toEqual([])
      const looked = await scan(system, words)
      for (const place of places) {
        const { bytes, found } = looked(place)
        process.stdout.write(`scan: ${place}: ${bytes} bytes, ${words.length} planted, ${found.size} found\n`)
      }
      expect(places.filter(place => looked(place).found.size > 0)).toEqual([])
      expect(places.filter(place => looked(place).bytes === 0)).toEqual([])
    },
    LONG,
  )

  it(
    'would have been found: what is written in clear on purpose is, in each place that can be written to',
    async () => {
      const planted = await plantControl()
      await sleep(1_000)
      const looked = await scan(system, control.words)
      const missed = Object.entries(planted).filter(
        ([place, word]) => !looked(place as PlaceName).found.has(word),
      )
      expect(missed).toEqual([])
      // Those that cannot be written to from outside are known by what they do hold.
      const known = await scan(system, [others[0]?.id ?? '', 'brobygger_'])
      expect([...known('what was told outside').found]).toContain(others[0]?.id)
      expect([...known('metrics').found]).toContain('brobygger_')
    },
    LONG,
  )
})

describe('after an erasure', () => {
  it(
    'nothing of the case is shown and all of the others is, also from a backup of the day before',
    async () => {
      const api = new Api(system.apiUrl, 60_000)
      const before = { erased: await shownOf(erased.id, ofErased.words), others: await shownOfOthers() }
      expect(before.erased).toBeGreaterThan(8)
      expect(before.others).toBeGreaterThan(8)
      await backUpData(system.adminUrl)
      await patiently(async () => expect(await shownOf(erased.id, ofErased.words)).toBe(before.erased))

      const certificate = await erase(api, erased.id)
      const texts = certificate.steps.find(({ step }) => step === 'texts')?.counts['texts'] ?? 0
      expect(texts).toBeGreaterThan(5)
      const isErased = (code: string) => code === erased.id
      expect(
        (await codesIn('brobygger', 'select case_id as code from vault.texts')).filter(isErased),
      ).toEqual([])
      expect((await look(`/cases/${erased.id}`, 'tl-eva')).status).toBe(404)
      expect(await shownOf(erased.id, ofErased.words)).toBe(0)
      expect(await shownOfOthers()).toBe(before.others)

      await restoreData(system.adminUrl)
      await patiently(async () => expect(await shownOfOthers()).toBe(before.others))
      // Its ciphertexts are back, and no key opens them.
      expect(
        (await codesIn('brobygger', 'select case_id as code from vault.texts')).filter(isErased),
      ).toHaveLength(texts)
      expect((await look(`/cases/${erased.id}`, 'tl-eva')).status).not.toBe(404)
      expect(await shownOf(erased.id, ofErased.words)).toBe(0)
      process.stdout.write(
        `erasure: of ${before.erased} texts shown before, 0 after and 0 from the backup; of the others ${before.others} throughout\n`,
      )

      // As operations says: the key store names the codes, and the erasure is repeated.
      expect(await destroyedCases()).toContain(erased.id)
      await erase(api, erased.id)
      expect((await look(`/cases/${erased.id}`, 'tl-eva')).status).toBe(404)
      expect(await shownOfOthers()).toBe(before.others)
    },
    LONG,
  )
})

const shownOfOthers = async (): Promise<number> =>
  (await Promise.all(others.map(({ id }) => shownOf(id, ofOthers.words)))).reduce((sum, n) => sum + n, 0)

/** Codes of cases whose key was destroyed. */
const destroyedCases = (): Promise<string[]> =>
  codesIn(
    'brobygger_keys',
    `select case_id as code from keys.scopes where scope = 'case' and destroyed_at is not null`,
  )

/** What a query as the superuser gives as `code`. */
async function codesIn(database: string, query: string): Promise<string[]> {
  const url = new URL(system.adminUrl)
  url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const { rows } = await client.query<{ code: string }>(query)
  await client.end()
  return rows.map(({ code }) => code)
}
