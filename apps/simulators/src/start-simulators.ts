import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { app } from './app.js'
import type { SeededInstitution } from './municipality.js'
import { familySystemService } from './services/family-system.js'
import { kmsService } from './services/kms.js'
import { lettersService } from './services/letters.js'
import { registerService } from './services/register.js'

/** Time that requests under way get to finish when the process is asked to stop. */
const graceMs = 3_000

type Options = {
  /** 0 picks a free port. */
  port: number
  host: string
  /** The ledgers are kept in `<dataDir>/simulators/<service>.jsonl`. */
  dataDir: string
  institutions: readonly SeededInstitution[]
}

/** Simulators that run: `url` has no slash at the end. */
export type Simulators = { url: string; stop: () => Promise<void> }

/**
 * Starts the services on one port: `/register`, `/letters`, `/family-system`, `/kms`.
 * @throws the listening error, such as `EADDRINUSE`, or an unreadable ledger's.
 */
export async function startSimulators({ port, host, dataDir, institutions }: Options): Promise<Simulators> {
  const directory = join(dataDir, 'simulators')
  const services = {
    register: await registerService(directory, institutions),
    letters: await lettersService(directory),
    'family-system': await familySystemService(directory),
    kms: await kmsService(directory),
  }
  const closeLedgers = async () => {
    await Promise.all(Object.values(services).map(service => service.close()))
  }
  const server = createServer(app(services))
  try {
    await listen(server, port, host)
  } catch (error) {
    await closeLedgers()
    throw error
  }
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host}:${bound}`,
    stop: async () => {
      await closeServer(server)
      await closeLedgers()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
