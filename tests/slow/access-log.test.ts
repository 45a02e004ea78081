import { randomUUID } from 'node:crypto'
import { Api, Player } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accessesTo, allSealed, asSuperuser, auditVerify } from '../support/access-log.js'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'

let system: OwnSystem
let player: Player

beforeAll(async () => {
  system = await startOwnSystem({})
  player = new Player(new Api(system.apiUrl, 60_000), '101001')
  await player.raise({ mainCategory: 'structure' })
}, 120_000)
afterAll(() => system.stop(), 60_000)

const ask = async (path: string, body?: object) => {
  const response = await fetch(`${system.apiUrl}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      'x-brobygger-person': 'sw-anna',
      'idempotency-key': randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('while the access log cannot be written', () => {
  it('nobody is shown anything; commands go on, and refusals stay refusals', async () => {
    const { caseId } = player
    const seen = await accessesTo(caseId, system.adminUrl)
    const log = (statement: string) => asSuperuser(system.adminUrl, db => db.query(statement))
    await log('alter table access_log.entries add constraint shut check (false) not valid')

    const read = await ask(`/cases/${caseId}`)
    expect([read.status, read.body['code']]).toEqual([503, 'log-unavailable'])
    expect(JSON.stringify(read.body)).not.toContain(caseId)
    expect((await ask('/codes')).status).toBe(200)
    expect((await ask(`/cases/${caseId}/pause`, { reason: 'hospital' })).status).toBe(200)
    expect((await ask('/cases/zzzzzzzzzz')).status).toBe(404)
    const metrics = await (await fetch(`${system.apiUrl}/api/metrics`)).text()
    expect(metrics).toMatch(/brobygger_access_log_missing_total\{outcome="allowed"[^}]*\} 1/)
    expect(metrics).toMatch(/brobygger_access_log_missing_total\{outcome="refused"[^}]*\} 1/)
    expect(await accessesTo(caseId, system.adminUrl)).toEqual(seen)

    await log('alter table access_log.entries drop constraint shut')
    expect((await ask(`/cases/${caseId}`)).status).toBe(200)
    expect(await accessesTo(caseId, system.adminUrl)).toHaveLength(seen.length + 1)
  }, 60_000)
})

describe('the sealer', () => {
  it('goes on where it was when it is killed, and nothing is left out', async () => {
    const { caseId } = player
    for (let kill = 0; kill < 3; kill++) {
      const killed = system.kill('sealer')
      for (let read = 0; read < 20; read++) await ask(`/cases/${caseId}`)
      await killed
    }
    await allSealed(system.adminUrl)
    expect(await auditVerify(system.dataDir)).toMatchObject({
      code: 0,
      printed: expect.stringContaining('; 0 lines are not sealed yet.'),
    })
  }, 120_000)

  it('has made it so that a look at the case, taken out by a superuser, is missed', async () => {
    const { caseId } = player
    const gone = await asSuperuser(system.adminUrl, db =>
      db.query<{ id: string }>(
        `delete from access_log.entries where id =
          (select min(id) from access_log.entries where actor = 'sw-anna' and $1 = any (cases)) returning id`,
        [caseId],
      ),
    )
    const { code, printed } = await auditVerify(system.dataDir)
    expect(printed).toMatch(new RegExp(`line ${gone.rows[0]?.id ?? 'none'} in block \\d+ was deleted`))
    expect(code).toBe(1)
  })
})
