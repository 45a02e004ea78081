import { createHash } from 'node:crypto'
import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { PersonRegister } from '../../ports/person-register.js'
import { connectionsTo } from '../outbound/own-certificate.js'
import { practicePersonRegister } from './practice-person-register.js'
import { sf1520PersonRegister } from './sf1520-person-register.js'

// MedCom's national test numbers: CPR keeps them free, and they fail modulus 11. Everything else is made up.
const [mother, father, child, protectedMother] = ['2911829996', '1502829995', '1310169996', '1509819996']
const [emigrated, dead, missing, annulled, replaced] = [
  '3103979995',
  '2311143995',
  '0201609995',
  '0201609996',
  '1110109996',
]
const secret = '2103009996'

const uuid = (digit: string) => `${digit.repeat(8)}-2222-3333-4444-555555555555`
const context = { serviceAgreement: uuid('a'), userSystem: uuid('b'), user: uuid('c'), service: uuid('d') }
const why = { purpose: 'identify', caseId: 'k7qm4d2x' }

let simulators: Simulation
const overSoap = (timeoutMs = 2_000) =>
  sf1520PersonRegister(
    {
      baseUrl: `${simulators.doorUrl}/cpr`,
      dispatcher: connectionsTo('personRegister', simulators.caller),
      timeoutMs,
    },
    context,
  )
beforeAll(async () => {
  simulators = await simulation()
})
afterAll(() => simulators.stop())
afterEach(() => simulators.heal('cpr'))

const adapters: [string, () => PersonRegister][] = [
  ['over SF1520', overSoap],
  ['in practice', () => practicePersonRegister('101')],
]

describe.each(adapters)('the person register %s', (_name, register) => {
  it('knows somebody by their number', async () => {
    const found = await register().lookUp({ cprNumber: mother, ...why })
    expect(found).toMatchObject({
      cprNumber: mother,
      status: 'active',
      isProtected: false,
      hasDigitalPost: true,
    })
  })

  it('says so when nobody has the number', async () => {
    const found = register().lookUp({ cprNumber: '9999999999', ...why })
    await expect(found).rejects.toMatchObject({ code: 'not-found', retryable: false })
  })
})

describe('the person register in practice', () => {
  const lookUp = (cprNumber: string) => practicePersonRegister('101').lookUp({ cprNumber, ...why })

  it.each([
    ['0125161234', { status: 'active', address: expect.objectContaining({ municipality: '101' }) }],
    ['0225161234', { isProtected: true, address: null }],
    ['0325161234', { status: 'dead' }],
    ['0725161234', { cprNumber: '0125161234' }],
    ['0925161234', { address: expect.objectContaining({ municipality: '999' }) }],
    [
      '1125161234',
      {
        custody: [
          { relation: 'mother', cprNumber: null },
          { relation: 'father', cprNumber: null },
        ],
      },
    ],
  ])('tells of %s what its day says', async (number, person) => {
    expect(await lookUp(number)).toMatchObject(person)
  })

  it.each([
    ['0625161234', 'stale'],
    ['0825161234', 'protected'],
    ['1325161234', 'not-found'],
  ])('gives nothing of %s: %s', async (number, code) => {
    await expect(lookUp(number)).rejects.toMatchObject({ code, retryable: false })
  })
})

describe('the person register over SF1520', () => {
  const lookUp = (cprNumber: string) => overSoap().lookUp({ cprNumber, ...why })

  it('says where somebody lives, and whether Digital Post reaches them', async () => {
    expect(await lookUp(father)).toEqual({
      cprNumber: father,
      name: 'Max Testsen',
      status: 'active',
      address: { municipality: '101', line: 'Testvej 1', postalCode: '9999' },
      isProtected: false,
      custody: [],
      hasDigitalPost: false,
    })
  })

  it('says who has custody of a child', async () => {
    expect((await lookUp(child)).custody).toEqual([
      { relation: 'mother', cprNumber: mother },
      { relation: 'father', cprNumber: father },
    ])
  })

  it('keeps a protected address to itself', async () => {
    expect(await lookUp(protectedMother)).toMatchObject({ isProtected: true, address: null })
  })

  it.each([
    [emigrated, 'emigrated'],
    [dead, 'dead'],
    [missing, 'missing'],
  ])('says of %s that they are %s', async (number, status) => {
    expect((await lookUp(number)).status).toBe(status)
  })

  it('gives the number in force for one that was replaced', async () => {
    expect((await lookUp(replaced)).cprNumber).toBe('1007059995')
  })

  it.each([
    [annulled, 'stale'],
    [secret, 'protected'],
  ])('gives nothing of %s: %s', async (number, code) => {
    await expect(lookUp(number)).rejects.toMatchObject({ code, retryable: false })
  })

  it('shows a change from the moment the register has it, and not before', async () => {
    await simulators.changePerson({ number: mother, isProtected: true })
    expect(await lookUp(mother)).toMatchObject({ isProtected: true, address: null })
    await simulators.fault('cpr', { mode: 'stale' })
    expect(await lookUp(mother)).toMatchObject({ isProtected: false })
    await simulators.heal('cpr')
    await simulators.changePerson({ number: mother, isProtected: false })
  })

  it('leaves purpose and case in the register’s log, and the number nowhere', async () => {
    await lookUp(child)
    const log = await simulators.ledger('cpr')
    expect(log.at(-1)?.request).toEqual({
      ...why,
      person: createHash('sha256').update(child).digest('hex'),
    })
  })

  it.each([
    [{ mode: 'down' } as const, 'connection'],
    [{ mode: 'status', status: 503 } as const, 'status-503'],
    [{ mode: 'half' } as const, 'connection'],
    [{ mode: 'malformed' } as const, 'malformed'],
    [{ mode: 'latency', ms: 2_000, count: 1 } as const, 'timeout'],
    [{ mode: 'expiredCertificate' } as const, 'connection'],
  ])('under %j is unavailable, and says nothing of the person', async (fault, reason) => {
    await simulators.fault('cpr', fault)
    const error: unknown = await overSoap(500)
      .lookUp({ cprNumber: child, ...why })
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'unavailable', reason, retryable: true })
    const said = `${String(error)} ${JSON.stringify(error)}`
    for (const content of [child, 'Liv', 'k7qm4d2x']) expect(said).not.toContain(content)
  })

  it('lets nobody ask without a context', async () => {
    const nobody = sf1520PersonRegister(
      {
        baseUrl: `${simulators.doorUrl}/cpr`,
        dispatcher: connectionsTo('personRegister', simulators.caller),
      },
      { ...context, user: 'me' },
    )
    await expect(nobody.lookUp({ cprNumber: child, ...why })).rejects.toMatchObject({ reason: 'fault' })
  })
})
