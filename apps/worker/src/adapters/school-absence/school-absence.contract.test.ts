import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { clientCredentials, type OAuthClient } from '../outbound/client-credentials.js'
import { connectionsTo } from '../outbound/own-certificate.js'
import { httpSchoolAbsence } from './http-school-absence.js'
import type { Tokens } from '../outbound/tokens.js'
import { practiceSchoolAbsence } from './practice-school-absence.js'

// One of MedCom's national test numbers, which CPR keeps free and which fail modulus 11.
const number = '1310169996'

let simulators: Simulation
let tokens: Tokens
const opening = (client: Partial<OAuthClient> = {}): Tokens =>
  clientCredentials({
    system: 'schoolAbsence',
    tokenUrl: `${simulators.doorUrl}/school-absence/token`,
    dispatcher: connectionsTo('schoolAbsence', simulators.caller),
    ...simulators.schoolClient,
    ...client,
  })
beforeAll(async () => {
  simulators = await simulation()
  tokens = opening()
})
afterAll(() => simulators.stop())
afterEach(() => simulators.heal('school-absence'))

const feed = (timeoutMs = 2_000) =>
  httpSchoolAbsence({
    baseUrl: `${simulators.doorUrl}/school-absence`,
    dispatcher: connectionsTo('schoolAbsence', simulators.caller),
    tokens,
    timeoutMs,
  })

/** Schools send lines; gives the position of the last. */
async function publish(...lines: object[]): Promise<number> {
  const usual = { version: 1, institution: '101010', number, on: '2027-01-11', kind: 'sick' }
  const response = await fetch(`${simulators.url}/school-absence/publish`, {
    method: 'POST',
    body: JSON.stringify({ lines: lines.map(line => ({ ...usual, ...line })) }),
  })
  return ((await response.json()) as { position: number }).position
}

describe('the schools’ absence feed', () => {
  it('is read from a position on, in its order, corrections and withdrawals included', async () => {
    const before = await publish({ id: 'a-1' })
    await publish(
      { id: 'a-2', kind: 'unlawful', part: 'lastLesson' },
      { id: 'a-1', version: 2, kind: 'withdrawn' },
    )
    const line = { institution: '101010', cprNumber: number, on: '2027-01-11' }
    expect(await feed().after(before)).toEqual([
      { ...line, position: before + 1, id: 'a-2', version: 1, kind: 'unlawful', part: 'lastLesson' },
      { ...line, position: before + 2, id: 'a-1', version: 2, kind: null, part: 'day' },
    ])
    expect(await feed().after(before + 2)).toEqual([])
  })

  it('comes in pages', async () => {
    const before = await publish({ id: 'p-0' })
    await publish(...Array.from({ length: 1_000 }, (_, n) => ({ id: `p-${n + 1}` })))
    await publish({ id: 'p-1001' })
    const first = await feed().after(before)
    expect(first).toHaveLength(1_000)
    expect((await feed().after(first.at(-1)?.position ?? 0)).map(({ id }) => id)).toEqual(['p-1001'])
  })

  it('is opened by a token of ours, and by a new one when that is taken back', async () => {
    await feed().after(0)
    const held = await tokens.current()
    expect(held).toMatch(/^Bearer /)
    await simulators.revokeTokens()
    await feed().after(0)
    expect(await tokens.current()).not.toBe(held)
  })

  it.each<[string, Partial<OAuthClient>, string]>([
    ['the secret is another', { secret: 'x' }, 'token-status-401'],
    ['nobody is where tokens are given', { tokenUrl: 'https://127.0.0.1:1/token' }, 'token-connection'],
  ])('waits while %s: somebody mends our access, and nothing is lost', async (_, wrong, reason) => {
    await expect(opening(wrong).current()).rejects.toMatchObject({ code: 'unavailable', reason })
  })

  it('is not read without our certificate', async () => {
    const stranger = httpSchoolAbsence({ baseUrl: `${simulators.doorUrl}/school-absence` })
    await expect(stranger.after(0)).rejects.toMatchObject({ name: 'PortError' })
  })

  it.each([
    [{ mode: 'down' } as const, 'connection'],
    [{ mode: 'status', status: 503 } as const, 'status-503'],
    [{ mode: 'half' } as const, 'connection'],
    [{ mode: 'malformed' } as const, 'malformed'],
    [{ mode: 'latency', ms: 2_000, count: 1 } as const, 'timeout'],
  ])('under %j is unavailable, and says nothing of any pupil', async (fault, reason) => {
    await simulators.fault('school-absence', fault)
    const error: unknown = await feed(500)
      .after(0)
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'unavailable', reason, retryable: true })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(number)
  })

  it('tells nothing of a practice case', async () => {
    expect(await practiceSchoolAbsence().after(0)).toEqual([])
  })
})
