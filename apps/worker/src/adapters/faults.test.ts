import type { Fault, ServiceName } from '@brobygger/simulators'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PortError } from '../ports/errors.js'
import { httpFamilyCaseSystem } from './http-family-case-system.js'
import { wsiinstInstitutionRegister } from './institutions/wsiinst-institution-register.js'
import { connectionsTo } from './outbound/own-certificate.js'
import { institutions, type Simulation, simulation } from '@brobygger/simulators/testing'

/** How long is waited for a service that is made to be slow, and for all others on a busy machine. */
const [SHORT, LONG] = [150, 5_000]
const key = 'referral-k7qm4d2x-1/step'
const at = '2027-01-22T08:00:00.000Z'

/** Each service with a call to it, and the keys its ledger holds when the call went through once. */
const calls: [
  service: ServiceName,
  call: (simulators: Simulation, timeoutMs?: number) => Promise<object>,
  effects: string[],
][] = [
  [
    'register',
    ({ doorUrl, caller }, timeoutMs = LONG) =>
      wsiinstInstitutionRegister(
        {
          baseUrl: `${doorUrl}/register`,
          dispatcher: connectionsTo('institutionRegister', caller),
          timeoutMs,
        },
        'brobygger',
      ).find({ institutionId: '101001' }),
    [],
  ],
  [
    'family-system',
    ({ url }, timeoutMs = LONG) =>
      httpFamilyCaseSystem({ baseUrl: `${url}/family-system`, timeoutMs }).open({
        key,
        caseId: 'k7qm4d2x',
        offerId: 'referral-k7qm4d2x-1',
        at,
      }),
    [key],
  ],
]

type Row = [
  fault: Fault,
  expected: { code: string; reason: string; retryable: boolean; retryAfterMs?: number },
]
const outage = (reason: string) => ({ code: 'unavailable', reason, retryable: true })
const refusal = (status: number, code: string) => ({ code, reason: `status-${status}`, retryable: false })

/** Faults before anything is done, and faults that hide what was done: the caller cannot tell them apart. */
const undone: Row[] = [
  [{ mode: 'down' }, outage('connection')],
  [{ mode: 'reset' }, outage('connection')],
  [{ mode: 'status', status: 500 }, outage('status-500')],
  [
    { mode: 'status', status: 503, retryAfter: 2 },
    { ...outage('status-503'), retryAfterMs: 2_000 },
  ],
  [
    { mode: 'status', status: 429, retryAfter: 30 },
    { ...outage('status-429'), retryAfterMs: 30_000 },
  ],
  [{ mode: 'status', status: 401 }, outage('status-401')],
  [{ mode: 'status', status: 404 }, refusal(404, 'not-found')],
  [{ mode: 'status', status: 409 }, refusal(409, 'refused')],
  [{ mode: 'status', status: 422 }, refusal(422, 'refused')],
  [{ mode: 'status', status: 410 }, refusal(410, 'stale')],
]
const done: Row[] = [
  [{ mode: 'half' }, outage('connection')],
  [{ mode: 'malformed' }, outage('malformed')],
  [{ mode: 'lostAnswer' }, outage('connection')],
]

describe.each(calls)('%s', (service, call, effects) => {
  let simulators: Simulation
  beforeEach(async () => {
    simulators = await simulation()
  })
  afterEach(() => simulators.stop())

  const failure = (timeoutMs?: number) => call(simulators, timeoutMs).catch((error: unknown) => error)

  it.each(undone)(
    'under %j fails with its code, has no effect, and one after the retry',
    async (fault, expected) => {
      await simulators.fault(service, fault)
      const error = await failure()
      expect(error).toBeInstanceOf(PortError)
      expect(error).toMatchObject(expected)
      expect(await simulators.keys(service)).toEqual([])
      await simulators.heal(service)
      await call(simulators)
      expect(await simulators.keys(service)).toEqual(effects)
    },
  )

  it.each(done)(
    'under %j fails after its effect, and the retry does not double it',
    async (fault, expected) => {
      await simulators.fault(service, fault)
      expect(await failure()).toMatchObject(expected)
      expect(await simulators.keys(service)).toEqual(effects)
      await simulators.heal(service)
      const first = await call(simulators)
      expect(await call(simulators)).toEqual(first)
      expect(await simulators.keys(service)).toEqual(effects)
    },
  )

  it('gives up on a slow service, and the late order and the retry are one', async () => {
    await simulators.fault(service, { mode: 'latency', ms: 3 * SHORT, count: 1 })
    expect(await failure(SHORT)).toMatchObject(outage('timeout'))
    await call(simulators)
    await new Promise(resolve => setTimeout(resolve, 3 * SHORT))
    expect(await simulators.keys(service)).toEqual(effects)
  })

  it('waits for a service that is slow within reason', async () => {
    await simulators.fault(service, { mode: 'latency', ms: 20 })
    expect(await call(simulators)).not.toEqual({})
  })

  it('fails as unavailable when nobody listens', async () => {
    const nobody = await simulation()
    await nobody.stop()
    const error = await call(nobody).catch((caught: unknown) => caught)
    expect(error).toMatchObject(outage('connection'))
  })

  it('says nothing of the call in its error', async () => {
    await simulators.fault(service, { mode: 'lostAnswer' })
    const error = (await failure()) as PortError
    const said = `${error.message} ${JSON.stringify(error)} ${String(error.cause)}`
    for (const content of [key, 'k7qm4d2x', simulators.url, institutions[0]?.id ?? '']) {
      expect(said).not.toContain(content)
    }
  })
})
