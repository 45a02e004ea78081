import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { practiceNamespacesOf, type Administration } from '@brobygger/domain/codes'
import { writeJson } from '../json-file.js'
import { isTemporalFailure } from '../supervise/failures.js'
import type { Part } from '../supervise/part.js'
import { secureServices } from '../secure/secure-server.js'
import type { Secure } from '../secure/secure.js'
import { temporalServes } from './connect.js'
import { dynamicConfig } from './dynamic-config.js'
import type { Server } from './find-server.js'
import { serverConfig, type ServerPorts } from './server-config.js'

/**
 * The Temporal server as a part of the system.
 *
 * @param args.folder keeps its data and the configuration it is started with
 * @param args.uiPort where a CLI, which brings the UI along, serves it; left out for none
 */
export async function serverPart(args: {
  server: Exclude<Server, { kind: 'address' }>
  folder: string
  running: readonly Administration[]
  ports: ServerPorts
  uiPort?: number
  codecEndpoint?: string
  /** Left out for a server that lets in whoever comes. */
  secure?: Secure
}): Promise<Part> {
  await mkdir(args.folder, { recursive: true, mode: 0o700 })
  const address = `127.0.0.1:${String(args.ports.grpc)}`
  return {
    name: 'temporal',
    command: args.server.binary,
    args: args.server.kind === 'cli' ? cliArguments(args) : await builtArguments(args),
    env: {},
    folder: args.folder,
    isReady: () => temporalServes({ address, ...args.secure?.credentials() }),
    readyWithin: 60_000,
    stopSignal: 'SIGTERM',
    // Every commit is on disk, and its orderly shutdown can wait long for polls of its own workers.
    stopWithin: 2500,
    isFailure: isTemporalFailure,
  }
}

/** JSON is YAML, so the server reads these files as they are. */
async function builtArguments(args: {
  folder: string
  running: readonly Administration[]
  ports: ServerPorts
  secure?: Secure
}): Promise<string[]> {
  const file = join(args.folder, 'server.yaml')
  const { folder, ports, secure } = args
  await writeJson(file, serverConfig({ folder, ports, ...(secure && { secure: secure.server }) }))
  await writeJson(join(args.folder, 'dynamic.yaml'), dynamicConfig(practiceNamespacesOf(args.running)))
  if (secure === undefined) return ['--config-file', file, '--allow-no-auth', 'start']
  return ['--config-file', file, 'start', ...secureServices.flatMap(name => ['--service', name])]
}

/** The CLI takes no constraints, so its server skips time in every namespace; set-up says so. */
function cliArguments(args: {
  folder: string
  ports: ServerPorts
  uiPort?: number
  codecEndpoint?: string
}): string[] {
  const ui =
    args.uiPort === undefined
      ? ['--headless']
      : [
          '--ui-port',
          String(args.uiPort),
          ...(args.codecEndpoint ? ['--ui-codec-endpoint', args.codecEndpoint] : []),
        ]
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-format', 'json'],
    ...['--port', String(args.ports.grpc), '--http-port', String(args.ports.http)],
    ...['--db-filename', join(args.folder, 'temporal.db'), '--sqlite-pragma', 'synchronous=2'],
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingMaxSkipPerSession=2000'],
    ...ui,
  ]
}
