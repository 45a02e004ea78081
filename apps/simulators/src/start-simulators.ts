import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { app } from './app.js'
import { Faults } from './faults.js'
import type { SeededInstitution } from './municipality.js'
import { AccessTokens } from './services/access-tokens.js'
import { caseIndexService } from './services/case-index.js'
import { cprService } from './services/cpr.js'
import { cprEventsService } from './services/cpr-events.js'
import { digitalPostService } from './services/digital-post.js'
import { familySystemService } from './services/family-system.js'
import type { KnownClient } from './services/client-tokens.js'
import { kmsService } from './services/kms.js'
import { mailServer } from './services/mail.js'
import { registerService } from './services/register.js'
import { schoolAbsenceService } from './services/school-absence.js'
import { stsService } from './services/sts.js'
import type { CallbackPlace } from './services/post-status.js'
import { type DoorCertificates, openDoor } from './tls/door.js'

/** Time that requests under way get to finish when the process is asked to stop. */
const graceMs = 3_000

type Options = {
  /** 0 picks a free port. */
  port: number
  host: string
  /** The ledgers are kept in `<dataDir>/simulators/<service>.jsonl`. */
  dataDir: string
  institutions: readonly SeededInstitution[]
  /** A second port, at which callers show a certificate; without it every service is reached at the first. */
  door?: { port: number; certificates: DoorCertificates }
  /** Where the mail server listens; 0 picks a free port. */
  smtpPort: number
  /** Where the simulated Digital Post says what became of a letter; nowhere when left out. */
  callback?: CallbackPlace
  /** Who reads the schools' absence by a token; without it, whoever has a certificate does. */
  schoolClient?: KnownClient
}

/** Simulators that run: addresses have no slash at the end. */
export type Simulators = {
  url: string
  /** Where the services that ask who calls are reached. */
  doorUrl: string
  /** The mail server. */
  smtpUrl: string
  stop: () => Promise<void>
}

/**
 * Starts the services, each under its name (`serviceNames`).
 * @throws the listening error, such as `EADDRINUSE`, or an unreadable ledger's.
 */
export async function startSimulators(options: Options): Promise<Simulators> {
  const { port, host, dataDir, institutions, door, smtpPort, callback, schoolClient } = options
  const directory = join(dataDir, 'simulators')
  const faults = new Faults()
  const tokens = new AccessTokens()
  const mail = await mailServer({ directory, faults })
  const services = {
    register: await registerService(directory, institutions),
    mail: mail.service,
    'family-system': await familySystemService(directory),
    kms: await kmsService(directory),
    sts: stsService(tokens),
    cpr: await cprService(directory),
    'cpr-events': await cprEventsService(directory),
    'school-absence': await schoolAbsenceService(directory, schoolClient),
    'case-index': await caseIndexService({ directory, tokens }),
    'digital-post': await digitalPostService({ directory, tokens, ...(callback && { callback }) }),
  }
  const closeLedgers = async () => {
    await Promise.all(Object.values(services).map(service => service.close()))
  }
  const handle = app({ services, faults, hasDoor: door !== undefined })
  const server = createServer(handle)
  const doorServer = door && openDoor({ certificates: door.certificates, faults, handle })
  const servers = [server, ...(doorServer ? [doorServer] : [])]
  try {
    await mail.listen(smtpPort, host)
    await listen(server, port, host)
    if (door && doorServer) await listen(doorServer, door.port, host)
  } catch (error) {
    await Promise.all([...servers.map(closeServer), mail.close()])
    await closeLedgers()
    throw error
  }
  const url = `http://${host}:${portOf(server)}`
  return {
    url,
    smtpUrl: `smtp://${host}:${mail.port()}`,
    doorUrl: doorServer ? `https://${host}:${portOf(doorServer)}` : url,
    stop: async () => {
      await Promise.all([...servers.map(closeServer), mail.close()])
      await closeLedgers()
    },
  }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

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
