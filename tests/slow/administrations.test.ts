import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { administrationPurpose, KeyRing, masterPurpose } from '@brobygger/codec'
import { eraserRole, vaultRole, workerRole } from '@brobygger/database'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { plainConcern } from '../support/forms.js'
import { rolesOfParts, urlOf, withDatabase } from '../support/databases.js'
import { call } from '../support/http.js'
import { withHealth } from '../support/municipality.js'
import { pointTo, startOwnSystem, type OwnSystem } from '../support/own-system.js'
import { end, list, SecureEngine, start } from '../support/secure-engine.js'

const { TaskQueueType } = proto.temporal.api.enums.v1

const HEALTH = 'health'
const YOUTH = 'children-and-youth'
/** Some starts of a whole system. */
const LONG = 600_000

/** Waits until a worker polls the queue of a namespace: it begins a moment after it serves. */
const isPolled = (namespace: string) => async (connection: Connection) => {
  for (let left = 50; left > 0; left--) {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: namespace },
      taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
    })
    if (pollers.length > 0) return true
    await sleep(200)
  }
  return false
}

describe('a municipality in which health runs, from the beginning', () => {
  let folder: string
  let system: OwnSystem
  let engine: SecureEngine

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'brobygger-health-'))
    system = await startOwnSystem({}, { ui: true, secure: true, municipalityFile: await withHealth(folder) })
    pointTo(system)
    engine = new SecureEngine(system)
  }, LONG)
  afterAll(async () => {
    await system.stop()
    await rm(folder, { recursive: true, force: true })
  }, 60_000)

  it('has a worker for it that polls its queues, real and practice, and those alone', async () => {
    const token = await engine.serviceToken(`worker-${HEALTH}`)
    expect(system.parts).toContain(`worker-${HEALTH}`)
    expect(await engine.as(token, isPolled(HEALTH))).toBe(true)
    expect(await engine.as(token, isPolled(`${HEALTH}-practice`))).toBe(true)
    await engine.refusedTo(token, list(YOUTH))
    await engine.refusedTo(await engine.serviceToken(`worker-${YOUTH}`), list(HEALTH))
  })

  it('has roles and keys for it that no other part has', async () => {
    const parts = await rolesOfParts()
    const own = [eraserRole(HEALTH), workerRole(HEALTH)]
    expect(parts[`worker-${HEALTH}`]).toEqual(own)
    expect(parts['api']).toContain(vaultRole(HEALTH))
    const elsewhere = Object.entries(parts).filter(([part]) => part !== `worker-${HEALTH}`)
    expect(elsewhere.filter(([, roles]) => roles.some(role => own.includes(role)))).toEqual([])
    const ring = await KeyRing.load(system.keysFile)
    expect([administrationPurpose(HEALTH), masterPurpose(HEALTH)].map(one => ring.holds(one))).toEqual([
      true,
      true,
    ])
  })

  it('shows its supervisor what runs in it, and nothing of another administration; nor others what is its own', async () => {
    const decode = async (token: string, namespace: string) => {
      const response = await fetch(`${system.apiUrl}/api/codec/decode`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-namespace': namespace,
        },
        body: JSON.stringify({ payloads: [] }),
      })
      return response.status
    }
    const leader = await engine.uiToken('hs-rikke')
    await engine.as(leader, list(HEALTH))
    await engine.refusedTo(leader, list(YOUTH))
    expect([await decode(leader, HEALTH), await decode(leader, YOUTH)]).toEqual([200, 403])
    const other = await engine.uiToken('tl-eva')
    await engine.refusedTo(other, list(HEALTH))
    expect(await decode(other, HEALTH)).toBe(403)
  }, 120_000)
})

describe('a municipality in which health runs later', () => {
  let folder: string
  let file: string
  let system: OwnSystem | undefined
  let caseId: string

  const startWith = async (municipalityFile?: string): Promise<OwnSystem> => {
    system = await startOwnSystem(
      {},
      { folder: join(folder, 'data'), ...(municipalityFile === undefined ? {} : { municipalityFile }) },
    )
    pointTo(system)
    return system
  }
  const stop = async () => {
    await system?.stop()
    system = undefined
  }
  const engine = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await Connection.connect({ address: system?.temporalAddress ?? '' })
    try {
      return await work(connection)
    } finally {
      await connection.close()
    }
  }
  const schedules = async (connection: Connection): Promise<string[]> => {
    const { schedules: found } = await connection.workflowService.listSchedules({ namespace: HEALTH })
    return found.map(({ scheduleId }) => scheduleId ?? '').sort()
  }
  const mayLogIn = async (role: string) =>
    await withDatabase(await urlOf('postgres'), async client => {
      const { rows } = await client.query<{ may: boolean }>(
        'select rolcanlogin and rolpassword is not null as may from pg_authid where rolname = $1',
        [role],
      )
      return rows[0]?.may
    })
  const seen = async () => (await call<{ id: string }>('GET', `/cases/${caseId}`, 'sw-anna')).status

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'brobygger-later-'))
    file = await withHealth(folder)
    await startWith()
    const raised = await call<{ caseId: string }>('POST', '/concerns', 'r-101001', plainConcern)
    caseId = raised.body.caseId
    expect(await mayLogIn(workerRole(HEALTH))).toBe(false)
    await stop()
  }, LONG)
  afterAll(async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }, 60_000)

  it(
    'gives it what it needs at the next start, and keeps every case of the others',
    async () => {
      await startWith(file)
      expect(await engine(isPolled(HEALTH))).toBe(true)
      expect(await engine(schedules)).toEqual(['daily-digest', 'registry-events', 'retention'])
      expect(await mayLogIn(workerRole(HEALTH))).toBe(true)
      expect(await seen()).toBe(200)
      const handedOver = await call<{ code: string }>('POST', '/staff/hv-mia/hand-over', 'hs-rikke', {
        to: 'hs-rikke',
        reason: 'illness',
      })
      expect(handedOver.status).toBe(201)
      const told = await call(`GET`, `/bulk-hand-overs/${handedOver.body.code}`, 'hs-rikke')
      expect(told.body).toMatchObject({ parts: [{ administration: HEALTH }] })
      const answer = { outcome: 'adviceEnough', why: 'Personalet kan selv, med råd.' }
      const triaged = await call('POST', `/tasks/concern-${caseId}.1/complete`, 'sw-anna', answer)
      expect(triaged.status).toBe(200)
    },
    LONG,
  )

  it(
    'cannot turn it off while a process of it runs, and says so',
    async () => {
      await engine(start(HEALTH, 'still-running'))
      await stop()
      await expect(startWith()).rejects.toThrow('cannot be turned off: health has 1')
      await startWith(file)
      await engine(end(HEALTH, 'still-running'))
      await stop()
    },
    LONG,
  )

  it(
    'turns it off when nothing runs: nobody logs in for it, and the cases of the others go on',
    async () => {
      await startWith()
      expect(system?.parts).not.toContain(`worker-${HEALTH}`)
      for (const role of [workerRole, vaultRole, eraserRole]) expect(await mayLogIn(role(HEALTH))).toBe(false)
      expect(await engine(schedules)).toEqual([])
      expect(await seen()).toBe(200)
    },
    LONG,
  )
})
