import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { InstitutionRegister } from '../ports/institution-register.js'
import { httpInstitutionRegister } from './http-institution-register.js'
import { practiceInstitutionRegister } from './practice-institution-register.js'
import { institutions, type Simulation, simulation } from '@brobygger/simulators/testing'

describe('institution register', () => {
  let simulators: Simulation
  beforeAll(async () => {
    simulators = await simulation()
  })
  afterAll(() => simulators.stop())

  const overHttp = () => httpInstitutionRegister({ baseUrl: `${simulators.url}/register` })
  const adapters: [string, () => InstitutionRegister][] = [
    ['over HTTP', overHttp],
    ['in practice', () => practiceInstitutionRegister(institutions)],
  ]

  describe.each(adapters)('%s', (_name, register) => {
    it('finds an institution with its district and status', async () => {
      expect(await register().find({ institutionId: '101001' })).toEqual({
        ...institutions[0],
        status: 'open',
      })
    })

    it.each(['999999', 'æ/../101001', ''])('knows no institution %j', async institutionId => {
      const found = register().find({ institutionId })
      await expect(found).rejects.toMatchObject({ code: 'not-found', retryable: false })
    })
  })

  const change = (institutionId: string, status: object) =>
    fetch(`${simulators.url}/register/institutions/${institutionId}`, {
      method: 'PUT',
      body: JSON.stringify(status),
    })

  it('says which institution carries a merged one on', async () => {
    await change('101001', { status: 'merged', mergedInto: '101002' })
    const found = await overHttp().find({ institutionId: '101001' })
    expect(found).toMatchObject({ status: 'merged', mergedInto: '101002' })
  })

  it('says that an institution is closed', async () => {
    await change('101002', { status: 'closed' })
    expect((await overHttp().find({ institutionId: '101002' })).status).toBe('closed')
  })
})
