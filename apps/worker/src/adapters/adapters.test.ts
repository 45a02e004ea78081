import { outsideSystem, type OutsideSystem } from '@brobygger/domain/outward'
import { serviceNames } from '@brobygger/simulators'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Letter } from '../ports/letters.js'
import { adapters, type Knowledge } from './adapters.js'
import { Breakers } from './outbound/breakers.js'
import { institutions, type Simulation, simulation } from '@brobygger/simulators/testing'

const letter: Letter = {
  key: 'concern-k7qm4d2x/receipt',
  kind: 'receipt',
  to: { role: 'socialWorker', person: 'sw-anna' },
  caseId: 'k7qm4d2x',
  at: '2027-01-11T08:00:00.000Z',
}
const opening = {
  key: 'referral-k7qm4d2x-1/accept',
  caseId: 'k7qm4d2x',
  offerId: 'referral-k7qm4d2x-1',
  at: letter.at,
}

const systems = { familyCaseSystem: 'interface' } as const

/** Every system may be asked, and those that are named have failed and are asked by nobody. */
function breakersWith(told: string[] = [], ...unasked: OutsideSystem[]): Breakers {
  return new Breakers(
    {
      mayCall: system => Promise.resolve({ may: unasked.includes(system) ? 'try' : 'ask' }),
      noteFailure: async ({ system, reason }) => void told.push(`${system} ${reason}`),
      noteSuccess: async system => void told.push(`${system} answers`),
      unasked: () => Promise.resolve(unasked),
    },
    () => false,
  )
}

/** Staff are reached without it. */
const noVault: Knowledge['vault'] = {
  get: () => Promise.reject(new Error('nobody asks')),
  persons: { ofCase: () => Promise.reject(new Error('nobody asks')) },
}

describe('adapters', () => {
  let simulators: Simulation
  beforeAll(async () => {
    simulators = await simulation()
  })
  afterAll(() => simulators.stop())

  const use = async (ports: ReturnType<typeof adapters>) => {
    await ports.letters.send(letter)
    await ports.familyCaseSystem.open(opening)
    return ports.institutionRegister.find({ institutionId: '101002' })
  }
  const outside = () => ({
    urls: {
      institutionRegister: `${simulators.doorUrl}/register`,
      familyCaseSystem: `${simulators.url}/family-system`,
      digitalPost: `${simulators.doorUrl}/digital-post`,
      caseIndex: `${simulators.doorUrl}/case-index`,
      sts: `${simulators.doorUrl}/sts`,
      personEvents: `${simulators.doorUrl}/cpr-events`,
      schoolAbsence: `${simulators.doorUrl}/school-absence`,
      personRegister: `${simulators.doorUrl}/cpr`,
      smtp: simulators.smtpUrl,
    },
    own: simulators.caller,
    agreements: { serviceAgreement: '', userSystem: '', user: '', service: '' },
    registerSystemId: 'brobygger',
    municipality: { name: 'Bro Kommune', cvr: '12345678' },
    printType: 265,
    schoolClient: undefined,
    staffDomain: 'bro.example',
    requiresTls: false,
  })
  const forRealCases = (breakers: Breakers) =>
    adapters({
      practice: false,
      outside: outside(),
      administration: 'children-and-youth',
      systems,
      caseIndex: undefined,
      vault: noVault,
      breakers,
    })
  const effects = async () => [
    ...(await simulators.keys('mail')),
    ...(await simulators.keys('family-system')),
  ]

  it('reach no service for practice cases', async () => {
    expect(
      (
        await use(
          adapters({
            practice: true,
            administration: 'children-and-youth',
            systems,
            caseIndex: undefined,
            vault: noVault,
            institutions,
            municipalityCode: '101',
          }),
        )
      ).name,
    ).toBe('Solstrålen')
    expect(await effects()).toEqual([])
  })

  it.each([true, false])(
    'leave the case system to people where it has no interface, in practice: %s',
    async practice => {
      const known = {
        administration: 'social-services',
        systems: { familyCaseSystem: 'manual' },
        caseIndex: undefined,
        vault: noVault,
      } as const
      const { familyCaseSystem } = practice
        ? adapters({ practice, ...known, institutions, municipalityCode: '101' })
        : adapters({ practice, ...known, outside: outside(), breakers: breakersWith() })
      expect(await familyCaseSystem.open(opening)).toEqual({ caseNumber: null })
      expect(await familyCaseSystem.forget(opening)).toEqual({ forgotten: null })
      expect(await simulators.keys('family-system')).toEqual([])
    },
  )

  it('reach each service at its own address for real cases', async () => {
    const ports = forRealCases(breakersWith())
    expect((await use(ports)).name).toBe('Solstrålen')
    expect(await effects()).toEqual([letter.key, opening.key])
  })

  it.each([
    ['knock at whoever failed last and answers again, without a trace in any ledger', null, 'answers'],
    ['find out by a knock who still does not answer', { mode: 'down' }, 'connection'],
  ] as const)('%s', async (_, fault, outcome) => {
    const told: string[] = []
    const all = outsideSystem.options
    const services = serviceNames.filter(name => name !== 'sts')
    const breakers = breakersWith(told, ...all)
    forRealCases(breakers)
    const before = await effects()
    if (fault !== null) for (const service of services) await simulators.fault(service, fault)
    await breakers.knock()
    expect(told.sort()).toEqual(all.map(system => `${system} ${outcome}`).sort())
    for (const service of services) await simulators.heal(service)
    expect(await effects()).toEqual(before)
  })
})
