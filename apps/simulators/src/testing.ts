import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person } from './cpr/persons.js'
import type { Fault } from './faults.js'
import type { SeededInstitution } from './municipality.js'
import type { CaseElsewhere } from './services/case-index.js'
import type { Effect, ServiceName } from './services/service.js'
import { startSimulators } from './start-simulators.js'
import { doorCertificates } from './tls/door-certificates.js'

/** Institutions that the tests look up: fictional. */
export const institutions: SeededInstitution[] = [
  { id: '101001', name: 'Mariehønen', kind: 'nursery' },
  { id: '101002', name: 'Solstrålen', kind: 'nursery' },
]

/**
 * For tests of whatever calls the services: the real simulators on a free port, with what a test wants to
 * do to them.
 */
export type Simulation = {
  url: string
  /** Where the services that ask who calls are reached, with the certificate that opens them. */
  doorUrl: string
  caller: { ca: string; certificate: string; key: string }
  /** Who may read the schools' absence. */
  schoolClient: { id: string; secret: string }
  smtpUrl: string
  fault(service: ServiceName, fault: Fault | Fault[]): Promise<void>
  heal(service: ServiceName): Promise<void>
  /** What a service has done. */
  ledger(service: ServiceName): Promise<Effect[]>
  /** Keys of the effects a service has had. */
  keys(service: ServiceName): Promise<string[]>
  /** Changes a person of the register. */
  changePerson(change: { number: string } & Partial<Person>): Promise<void>
  /** Puts a case of another system into the case index. */
  publishCase(one: CaseElsewhere): Promise<void>
  /** Takes back every token that was given. */
  revokeTokens(): Promise<void>
  stop(): Promise<void>
}

/** Starts the simulators on an empty directory, which `stop` removes. */
export async function simulation(): Promise<Simulation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'adapters-'))
  const { door, caller } = await doorCertificates()
  const schoolClient = { id: 'brobygger', secret: 'a secret: of its own' }
  const simulators = await startSimulators({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    institutions,
    door: { port: 0, certificates: door },
    smtpPort: 0,
    schoolClient,
  })
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${simulators.url}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return response.json()
  }
  const ledger = async (service: ServiceName) => (await call('GET', `/${service}/ledger`)) as Effect[]
  return {
    url: simulators.url,
    doorUrl: simulators.doorUrl,
    smtpUrl: simulators.smtpUrl,
    caller,
    schoolClient,
    ledger,
    fault: async (service, fault) => {
      await call('PUT', `/faults/${service}`, fault)
    },
    heal: async service => {
      await call('DELETE', `/faults/${service}`)
    },
    keys: async service => (await ledger(service)).map(effect => effect.key),
    changePerson: async change => {
      await call('PUT', '/cpr/persons', change)
    },
    publishCase: async one => {
      await call('POST', '/case-index/publish', one)
    },
    revokeTokens: async () => {
      await Promise.all([call('DELETE', '/sts/tokens'), call('DELETE', '/school-absence/tokens')])
    },
    stop: async () => {
      await simulators.stop()
      await rm(dataDir, { recursive: true })
    },
  }
}
