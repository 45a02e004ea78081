import { innerPorts, type ServerPorts } from './engine/server-config.js'
import { freePorts, isFree } from './ports.js'

/** Ports that people type; the others are found free at every start. */
export interface KnownPorts {
  readonly api: number
  readonly ui: number
  readonly login: number
}

export interface SystemPorts extends KnownPorts {
  readonly postgres: number
  readonly simulators: number
  /** Of the simulators that ask who calls. */
  readonly door: number
  /** Of the simulated mail server. */
  readonly smtp: number
  readonly temporal: ServerPorts
  /** One for each worker's own /metrics. */
  readonly workers: readonly number[]
  /** Of the sealer's own /metrics. */
  readonly sealer: number
  /** Of Temporal UI where it stands behind its gate, which then has the port that people type. */
  readonly innerUi: number
}

const options: Readonly<Record<keyof KnownPorts, string>> = {
  api: '--port',
  ui: '--ui-port',
  login: '--login-port',
}

/**
 * Settles every port of the system.
 *
 * @param known ports that were chosen; free ones are found for those left out
 * @throws Error that names a taken port and how to choose another
 */
export async function settlePorts(known: Partial<KnownPorts>, workers: number): Promise<SystemPorts> {
  for (const name of ['api', 'ui', 'login'] as const) {
    const port = known[name]
    if (port !== undefined && !(await isFree(port))) {
      throw new Error(
        `Port ${String(port)} is taken by another program. ` +
          `Choose another one: npm start -- ${options[name]} ${String(port + 1)}`,
      )
    }
  }
  const [
    api = 0,
    ui = 0,
    login = 0,
    postgres = 0,
    simulators = 0,
    door = 0,
    smtp = 0,
    grpc = 0,
    http = 0,
    sealer = 0,
    innerUi = 0,
    ...rest
  ] = await freePorts(11 + innerPorts + workers)
  return {
    api: known.api ?? api,
    ui: known.ui ?? ui,
    login: known.login ?? login,
    postgres,
    simulators,
    door,
    smtp,
    sealer,
    innerUi,
    temporal: { grpc, http, inner: rest.slice(0, innerPorts) },
    workers: rest.slice(innerPorts),
  }
}
