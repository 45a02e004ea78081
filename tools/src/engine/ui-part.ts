import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { answersHttp } from '../supervise/readiness.js'
import { uiLoginConfig } from '../secure/ui-login.js'
import type { Secure } from '../secure/secure.js'
import { writeJson } from '../json-file.js'
import { isPlainFailure } from '../supervise/failures.js'
import type { Part } from '../supervise/part.js'

/**
 * Temporal UI as a part of the system.
 *
 * @param args.port where it listens
 * @param args.url where browsers find it, which is its gate's address where it has one
 * @param args.codecEndpoint address that decodes payloads for whoever may see them
 */
export async function uiPart(args: {
  binary: string
  folder: string
  port: number
  url: string
  temporalAddress: string
  codecEndpoint: string
  defaultNamespace: string
  /** Left out for a page that shows everything to whoever comes. */
  secure?: Secure
}): Promise<Part> {
  await mkdir(args.folder, { recursive: true, mode: 0o700 })
  const login = args.secure && { url: args.url, ...args.secure.ui }
  // It may hold a secret.
  await writeJson(
    join(args.folder, 'ui.yaml'),
    {
      temporalGrpcAddress: args.temporalAddress,
      host: '127.0.0.1',
      port: args.port,
      enableUi: true,
      defaultNamespace: args.defaultNamespace,
      disableNewsFetch: true,
      // Without a gate it is served over plain HTTP, on this machine alone.
      cors: { cookieInsecure: login === undefined, allowOrigins: [args.url] },
      codec: { endpoint: args.codecEndpoint, passAccessToken: login !== undefined },
      ...(login && uiLoginConfig(login)),
    },
    0o600,
  )
  return {
    name: 'temporal-ui',
    command: args.binary,
    args: ['--root', args.folder, '--config', '.', '--env', 'ui', 'start'],
    env: {},
    folder: args.folder,
    isReady: () => answersHttp(`http://127.0.0.1:${String(args.port)}/healthz`),
    readyWithin: 30_000,
    stopSignal: 'SIGTERM',
    stopWithin: 5000,
    isFailure: isPlainFailure,
  }
}
