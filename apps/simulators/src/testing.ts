import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from './faults.js'
import type { SeededInstitution } from './municipality.js'
import type { ServiceName } from './services/service.js'
import { startSimulators } from './start-simulators.js'

/** Institutions that the tests look up: fictional. */
export const institutions: SeededInstitution[] = [
  { id: '101001', name: 'Mariehønen', kind: 'nursery', district: 'nord' },
  { id: '101002', name: 'Solstrålen', kind: 'nursery', district: 'syd' },
]

/**
 * For tests of whatever calls the services: the real simulators on a free port, with what a test wants to
 * do to them.
 */
export type Simulation = {
  url: string
  fault(service: ServiceName, fault: Fault): Promise<void>
  heal(service: ServiceName): Promise<void>
  /** Keys of the effects a service has had. */
  keys(service: ServiceName): Promise<string[]>
  stop(): Promise<void>
}

/** Starts the simulators on an empty directory, which `stop` removes. */
export async function simulation(): Promise<Simulation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'adapters-'))
  const simulators = await startSimulators({ port: 0, host: '127.0.0.1', dataDir, institutions })
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${simulators.url}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return response.json()
  }
  return {
    url: simulators.url,
    fault: async (service, fault) => {
      await call('PUT', `/faults/${service}`, fault)
    },
    heal: async service => {
      await call('DELETE', `/faults/${service}`)
    },
    keys: async service => {
      const effects = (await call('GET', `/${service}/ledger`)) as { key: string }[]
      return effects.map(effect => effect.key)
    },
    stop: async () => {
      await simulators.stop()
      await rm(dataDir, { recursive: true })
    },
  }
}
