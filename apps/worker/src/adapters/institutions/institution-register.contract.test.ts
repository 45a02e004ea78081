import { institutions, type Simulation, simulation } from '@brobygger/simulators/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { InstitutionRegister } from '../../ports/institution-register.js'
import { connectionsTo } from '../outbound/own-certificate.js'
import { practiceInstitutionRegister } from './practice-institution-register.js'
import { wsiinstInstitutionRegister } from './wsiinst-institution-register.js'

let simulators: Simulation
beforeAll(async () => {
  simulators = await simulation()
})
afterAll(() => simulators.stop())
afterEach(() => simulators.heal('register'))

const overSoap = (systemId = 'brobygger', timeoutMs = 2_000) =>
  wsiinstInstitutionRegister(
    {
      baseUrl: `${simulators.doorUrl}/register`,
      dispatcher: connectionsTo('institutionRegister', simulators.caller),
      timeoutMs,
    },
    systemId,
  )

const adapters: [string, () => InstitutionRegister][] = [
  ['over wsiINST', overSoap],
  ['in practice', () => practiceInstitutionRegister(institutions)],
]

describe.each(adapters)('the institution register %s', (_name, register) => {
  it('finds an institution by its number of six characters, with its status', async () => {
    expect(await register().find({ institutionId: '101001' })).toEqual({
      id: '101001',
      name: 'Mariehønen',
      status: 'open',
    })
  })

  it.each(['999999', 'A1B2C3', 'æ/../101001', '1010011', ''])(
    'knows no institution %j',
    async institutionId => {
      const found = register().find({ institutionId })
      await expect(found).rejects.toMatchObject({ code: 'not-found', retryable: false })
    },
  )
})

describe('the institution register over wsiINST', () => {
  const find = (institutionId: string) => overSoap().find({ institutionId })
  const change = (institutionId: string, status: object) =>
    fetch(`${simulators.url}/register/institutions/${institutionId}`, {
      method: 'PUT',
      body: JSON.stringify(status),
    })

  it('says which institution carries a merged one on', async () => {
    await change('101001', { status: 'merged', mergedInto: '101002' })
    expect(await find('101001')).toMatchObject({ status: 'merged', mergedInto: '101002' })
    await change('101001', { status: 'open' })
    expect((await find('101001')).status).toBe('open')
  })

  it('says that an institution is closed', async () => {
    await change('101002', { status: 'closed' })
    expect((await find('101002')).status).toBe('closed')
  })

  it('says that a number is retired, when nothing is known of it any more', async () => {
    await change('101002', { status: 'retired' })
    await expect(find('101002')).rejects.toMatchObject({ code: 'stale', retryable: false })
    await change('101002', { status: 'open' })
  })

  it.each([
    [{ mode: 'down' } as const, 'connection'],
    [{ mode: 'status', status: 503 } as const, 'status-503'],
    [{ mode: 'half' } as const, 'connection'],
    [{ mode: 'malformed' } as const, 'malformed'],
    [{ mode: 'latency', ms: 2_000, count: 1 } as const, 'timeout'],
    [{ mode: 'expiredCertificate' } as const, 'connection'],
  ])('under %j is unavailable', async (fault, reason) => {
    await simulators.fault('register', fault)
    const found = overSoap('brobygger', 500).find({ institutionId: '101001' })
    await expect(found).rejects.toMatchObject({ code: 'unavailable', reason, retryable: true })
  })

  it('answers nobody who does not say which system asks, or shows no certificate', async () => {
    await expect(overSoap('').find({ institutionId: '101001' })).rejects.toMatchObject({ reason: 'fault' })
    const stranger = wsiinstInstitutionRegister({ baseUrl: `${simulators.doorUrl}/register` }, 'brobygger')
    await expect(stranger.find({ institutionId: '101001' })).rejects.toMatchObject({ reason: 'connection' })
  })
})
