import { join } from 'node:path'
import { namespacesOf, type Administration } from '@brobygger/domain/codes'
import type { Environment } from '../environment.js'
import type { Say } from '../progress.js'
import type { Secure } from '../secure/secure.js'
import type { Part } from '../supervise/part.js'
import type { SystemPorts } from '../system-ports.js'
import { findServer } from './find-server.js'
import { findUi } from './find-ui.js'
import { serverPart } from './server-part.js'
import { uiPart } from './ui-part.js'

/** The Temporal server and UI: their addresses, and the parts to start for them (none when they run elsewhere). */
export interface Engine {
  readonly address: string
  readonly uiUrl: string | undefined
  readonly serverParts: readonly Part[]
  readonly uiParts: readonly Part[]
}

/**
 * Finds the server and, where it is wanted, the UI.
 *
 * @param args.uiUrl address at which browsers find the UI
 * @param args.codecEndpoint address that decodes payloads for the UI
 */
export async function findEngine(args: {
  env: Environment
  dataDir: string
  ports: SystemPorts
  ui: boolean
  running: readonly Administration[]
  uiUrl: string
  codecEndpoint: string
  /** Left out for an engine that lets in whoever comes. */
  secure?: Secure
  say: Say
}): Promise<Engine> {
  const { codecEndpoint, ports, uiUrl } = args
  const server = await findServer({ ...args, secure: args.secure !== undefined })
  const secure = args.secure && { secure: args.secure }
  const folder = join(args.dataDir, 'temporal')
  if (server.kind === 'cli') {
    const part = await serverPart({
      server,
      folder,
      running: args.running,
      ports: ports.temporal,
      ...(args.ui ? { uiPort: ports.ui, codecEndpoint } : {}),
    })
    const address = `127.0.0.1:${String(ports.temporal.grpc)}`
    return { address, uiUrl: args.ui ? uiUrl : undefined, serverParts: [part], uiParts: [] }
  }
  const address = server.kind === 'address' ? server.address : `127.0.0.1:${String(ports.temporal.grpc)}`
  const serverParts =
    server.kind === 'address'
      ? []
      : [await serverPart({ server, folder, running: args.running, ports: ports.temporal, ...secure })]
  const binary = args.ui ? await findUi(args) : undefined
  if (binary === undefined) return { address, uiUrl: undefined, serverParts, uiParts: [] }
  const [defaultNamespace = ''] = namespacesOf(args.running)
  const ui = await uiPart({
    binary,
    folder,
    port: args.secure === undefined ? ports.ui : ports.innerUi,
    url: uiUrl,
    temporalAddress: address,
    codecEndpoint,
    defaultNamespace,
    ...secure,
  })
  return { address, uiUrl, serverParts, uiParts: [ui] }
}
