import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { apiRole, eraserRole, logReaderRole, vaultRole, workerRole } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import { isJsonFailure } from '../supervise/failures.js'
import type { Part } from '../supervise/part.js'
import type { ServerCertificate } from '../secure/certificates.js'
import { acceptsConnections, answersHttp } from '../supervise/readiness.js'
import type { PartVariables } from './part-variables.js'
import type { SystemPorts } from '../system-ports.js'
import { urlOf, type StoreUrls } from './stores.js'

/** A Node program of this repository as a part. */
function appPart(args: { name: string; app: string; env: PartVariables; isReady: Part['isReady'] }): Part {
  return {
    name: args.name,
    command: process.execPath,
    args: ['--enable-source-maps', join(repositoryFolder, 'apps', args.app, 'dist', 'main.js')],
    env: args.env,
    folder: repositoryFolder,
    isReady: args.isReady,
    readyWithin: 60_000,
    stopSignal: 'SIGTERM',
    stopWithin: 15_000,
    isFailure: isJsonFailure,
  }
}

/** The registries' simulators: development has no real ones. */
export function simulatorsPart(args: {
  common: PartVariables
  ports: Pick<SystemPorts, 'simulators' | 'door' | 'smtp'>
  url: string
  /** Where they tell what became of a letter, and with what they sign. */
  callbacks: PartVariables
}): Part {
  const { simulators, door, smtp } = args.ports
  const env = {
    ...args.common,
    ...args.callbacks,
    SIMULATORS_PORT: String(simulators),
    SIMULATORS_DOOR_PORT: String(door),
    SIMULATORS_SMTP_PORT: String(smtp),
  }
  return appPart({ name: 'simulators', app: 'simulators', env, isReady: () => answersHttp(args.url) })
}

/** Seals the access log. It serves when it shows its figures. */
export function sealerPart(args: {
  common: PartVariables
  port: number
  databaseUrl: string
  headsFile: string
}): Part {
  const env = {
    ...args.common,
    DATABASE_URL: args.databaseUrl,
    LOG_HEADS_FILE: args.headsFile,
    METRICS_PORT: String(args.port),
  }
  const isReady = () => answersHttp(`http://127.0.0.1:${String(args.port)}/metrics`)
  return appPart({ name: 'sealer', app: 'sealer', env, isReady })
}

/** The gate that supervisors reach Temporal UI through where it shows each their own administration. */
export function uiGatePart(args: {
  base: PartVariables
  port: number
  /** Address of Temporal UI behind it. */
  ui: string
  codec: string
  certificate: Omit<ServerCertificate, 'ca'>
}): Part {
  const { base, port, ui, codec, certificate } = args
  const env = {
    ...base,
    UI_GATE_PORT: String(port),
    UI_GATE_TARGET: ui,
    UI_GATE_CODEC: codec,
    UI_GATE_CERTIFICATE_FILE: certificate.certificate,
    UI_GATE_KEY_FILE: certificate.key,
  }
  const isReady = () => acceptsConnections(port)
  return appPart({ name: 'ui-gate', app: 'ui-gate', env, isReady })
}

/** The development login: real tokens for made-up people. */
export function loginPart(args: {
  base: PartVariables
  port: number
  url: string
  tokenSeconds: string | undefined
}): Part {
  const { base, port, url, tokenSeconds } = args
  const env = {
    ...base,
    LOGIN_PORT: String(port),
    ...(tokenSeconds === undefined ? {} : { LOGIN_TOKEN_SECONDS: tokenSeconds }),
  }
  return appPart({ name: 'login', app: 'login', env, isReady: () => answersHttp(`${url}/health/live`) })
}

export function apiPart(args: {
  common: PartVariables
  port: number
  url: string
  urls: StoreUrls
  running: readonly Administration[]
  /** The API's own secret at the login. */
  loginSecret: string
  /** What systems outside sign with. */
  callbackSecret: string
  /** How it gets to a server that asks who calls. */
  secure: PartVariables
}): Part {
  const { data, keys } = args.urls
  const forEach = (urls: Readonly<Record<string, string>>) =>
    args.running.map(administration => urlOf(urls, vaultRole(administration))).join(' ')
  const env = {
    ...args.common,
    ...args.secure,
    API_PORT: String(args.port),
    API_URL: args.url,
    OIDC_CLIENT_SECRET: args.loginSecret,
    CALLBACK_SECRET: args.callbackSecret,
    DATABASE_URL: urlOf(data, apiRole),
    LOG_READER_DATABASE_URL: urlOf(data, logReaderRole),
    VAULT_DATABASE_URLS: forEach(data),
    KEYS_DATABASE_URLS: forEach(keys),
  }
  return appPart({ name: 'api', app: 'api', env, isReady: () => answersHttp(`${args.url}/api/health/ready`) })
}

/**
 * One worker process for each administration that runs, with that administration's role in both databases and no other. It serves
 * when it shows its figures, which it does last.
 *
 * @param args.ports of each worker's own /metrics
 */
export function workerParts(args: {
  common: PartVariables
  ports: readonly number[]
  urls: StoreUrls
  running: readonly Administration[]
  /** What tests do to them: where they are killed, and which release they run. */
  forTests: PartVariables
  /** How each gets to a server that asks who calls. */
  secure: (administration: string) => PartVariables
}): Part[] {
  return args.running.map((administration, i) => {
    const port = String(args.ports[i])
    const env = {
      ...args.common,
      ...args.secure(administration),
      ADMINISTRATION: administration,
      DATABASE_URL: urlOf(args.urls.data, workerRole(administration)),
      KEYS_DATABASE_URL: urlOf(args.urls.keys, workerRole(administration)),
      ERASER_DATABASE_URL: urlOf(args.urls.data, eraserRole(administration)),
      METRICS_PORT: port,
      ...args.forTests,
    }
    const isReady = () => answersHttp(`http://127.0.0.1:${port}/metrics`)
    return appPart({ name: `worker-${administration}`, app: 'worker', env, isReady })
  })
}
