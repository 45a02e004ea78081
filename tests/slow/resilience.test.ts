import { setTimeout as sleep } from 'node:timers/promises'
import { caseIn } from '@brobygger/domain/processes'
import { Api, Player, playOne } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'

/** A killed worker is back within half a minute. */
const LONG = 120_000

let system: OwnSystem
let api: Api

beforeAll(async () => {
  system = await startOwnSystem({})
  api = new Api(system.apiUrl, 60_000)
}, 120_000)
afterAll(() => system.stop(), 60_000)

/** A case that has been taken on, and waits for its first session. */
async function takenOn(): Promise<Player> {
  const player = new Player(api, '101001')
  await player.raise({ mainCategory: 'structure' })
  await player.answer('triage', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
  return player
}

const lettersOf = async (caseId: string) =>
  (await system.ledger('mail')).filter(({ key }) => caseIn(key) === caseId)

/** Systems outside that operations see failing. */
async function failing(): Promise<readonly string[]> {
  const answer = z.object({ failing: z.array(z.object({ system: z.string() })) })
  return (await api.get('/operations/systems', 'op-ole', answer)).failing.map(({ system: name }) => name)
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = Date.now()
  await work()
  return Date.now() - began
}

/** Waits until something holds; fails when it has not come to hold in time. */
async function eventually(holds: () => Promise<boolean>, within = 30_000): Promise<void> {
  for (const end = Date.now() + within; !(await holds()); await sleep(200)) {
    if (Date.now() > end) throw new Error('it never came to hold')
  }
}

const pause = (key: string, caseId: string, reason = 'hospital') =>
  fetch(`${system.apiUrl}/api/cases/${caseId}/pause`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-brobygger-person': 'sw-anna', 'idempotency-key': key },
    body: JSON.stringify({ reason }),
  })

describe('a system in trouble', () => {
  it(
    'goes on with a case when the worker is killed between two commands, and in the middle of one',
    async () => {
      const player = await takenOn()
      await system.kill('worker-children-and-youth')
      await player.answer('reply', { reply: 'Vi mødes.' })

      const answering = player.answer('session', {
        heldOn: new Date().toISOString().slice(0, 10),
        present: ['mother'],
        dutyCheck: { answer: 'no', why: 'Ingen tegn på fare.' },
        end: 'goodEnough',
      })
      await sleep(30)
      await system.signal('worker-children-and-youth', 'SIGKILL')
      await answering
      expect((await player.closed()).closureCode).toBe('noConcern')
      const { letters } = await shown(player.caseId)
      expect(letters.map(({ kind }) => kind).sort()).toEqual(
        ['closing', 'gainedCase', 'leaderInformed', 'receipt', 'reply'].sort(),
      )
      const sent = await lettersOf(player.caseId)
      expect(sent.map(({ answer }) => answer['letterId']).sort()).toEqual(
        letters.map(({ letter }) => letter).sort(),
      )
    },
    LONG,
  )

  it('keeps answering when letters cannot be sent, and sends each once when they can', async () => {
    await system.fault('mail', { mode: 'down' })
    const player = new Player(api, '101001')
    const first = await milliseconds(() => player.raise({ mainCategory: 'structure' }))
    const later = await milliseconds(() => player.answer('triage', { outcome: 'takenOn', why: 'Vi mødes.' }))
    expect(first).toBeLessThan(4_000)
    expect(later).toBeLessThan(2_000)
    expect(await lettersOf(player.caseId)).toEqual([])
    await eventually(async () => (await failing()).includes('email'))

    await system.fault('mail', null)
    await eventually(async () => (await shown(player.caseId)).letters.length === 3)
    expect(await failing()).toEqual([])
    expect(await lettersOf(player.caseId)).toHaveLength(3)
    const { letters } = await shown(player.caseId)
    expect(letters.map(({ kind }) => kind).sort()).toEqual(['gainedCase', 'leaderInformed', 'receipt'])
  })

  it('sends a letter once when the answer to it is lost', async () => {
    await system.fault('mail', { mode: 'lostAnswer', count: 1 })
    const player = new Player(api, '101001')
    await player.raise({ mainCategory: 'structure' })
    await eventually(async () => (await shown(player.caseId)).letters.length === 3)
    const sent = await lettersOf(player.caseId)
    const { letters } = await shown(player.caseId)
    expect(sent.map(({ answer }) => answer['letterId']).sort()).toEqual(
      letters.map(({ letter }) => letter).sort(),
    )
  })

  it(
    'goes on with a case that systems outside refuse: a person enters it, and the index hears of it once that is mended',
    async () => {
      await system.fault('family-system', { mode: 'status', status: 400 })
      await system.fault('case-index', { mode: 'status', status: 400 })
      let atWork = true
      const whileAtWork = () => eventually(() => Promise.resolve(atWork), LONG)
      const player = new Player(api, '101001', whileAtWork, system.simulatorsUrl)
      const ending = playOne('help', player)
      await eventually(() => Promise.resolve(player.proofs.length > 0))
      const toEnter = async () => (await player.show()).tasks.find(({ kind }) => kind === 'enterInCaseSystem')
      const indexed = async () =>
        (await system.ledger('case-index')).filter(({ request }) => request['caseId'] === player.caseId)

      await eventually(async () => (await toEnter()) !== undefined)
      atWork = false
      const path = `/tasks/${(await toEnter())?.id}/complete`
      await api.command({ as: 'fg-gitte', path, body: { caseNumber: 'DUBU-2027-118' } })
      expect(await indexed()).toEqual([])
      await system.fault('family-system', null)
      await system.fault('case-index', null)
      await eventually(async () => (await indexed()).length > 0)
      atWork = true
      expect((await ending).closureCode).toBe('noConcern')
      expect(await failing()).toEqual([])
    },
    LONG,
  )

  it('takes an answer without text while PostgreSQL does not answer, and shows it afterwards', async () => {
    const player = await takenOn()
    await system.signal('postgres', 'SIGSTOP')
    try {
      const answer = await pause('while-it-stands', player.caseId)
      expect([200, 202]).toContain(answer.status)
    } finally {
      await system.signal('postgres', 'SIGCONT')
    }
    await eventually(async () => (await shown(player.caseId)).paused)
  })

  it('opens no case for urgent access without its review, while the engine does not answer', async () => {
    const { caseId } = await takenOn()
    const breakGlass = () =>
      asBo(`/cases/${caseId}/break-glass`, { why: 'Politiet ringer, og Anna er på ferie.' })
    await system.signal('temporal', 'SIGSTOP')
    try {
      expect(await breakGlass()).toBe(503)
      expect(await asBo(`/cases/${caseId}`)).toBe(403)
    } finally {
      await system.signal('temporal', 'SIGCONT')
    }
    await eventually(async () => (await breakGlass()) === 201)
    expect(await asBo(`/cases/${caseId}`)).toBe(200)
    const work = await fetch(`${system.apiUrl}/api/worklist?view=mine`, {
      headers: { 'x-brobygger-person': 'tl-eva' },
    })
    const { items } = (await work.json()) as { items: { kind: string }[] }
    expect(items.filter(({ kind }) => kind === 'reviewUrgentAccess')).toHaveLength(1)
  }, 60_000)

  it('serves on, by the same process, when PostgreSQL is killed under it', async () => {
    const player = await takenOn()
    const before = await system.pid('api')
    const reading = Promise.all(Array.from({ length: 20 }, () => shown(player.caseId).catch(() => null)))
    await system.kill('postgres')
    await reading
    await eventually(async () => (await pause('after-the-kill', player.caseId)).status === 200)
    expect((await shown(player.caseId)).paused).toBe(true)
    expect(await system.pid('api')).toBe(before)
  })
})

/** What sw-bo is answered, who has no part in any of these cases; a command always under the same key. */
async function asBo(path: string, body?: object): Promise<number> {
  const { status } = await fetch(`${system.apiUrl}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      'x-brobygger-person': 'sw-bo',
      'idempotency-key': `urgent-${path}`.slice(0, 60),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return status
}

interface Shown {
  readonly paused: boolean
  readonly letters: readonly { kind: string; letter: string | null }[]
}

async function shown(caseId: string): Promise<Shown> {
  const response = await fetch(`${system.apiUrl}/api/cases/${caseId}`, {
    headers: { 'x-brobygger-person': 'tl-eva', 'x-brobygger-reason': 'review' },
  })
  if (!response.ok) throw new Error(`the case is not shown: ${response.status}`)
  return (await response.json()) as Shown
}
