import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { answersHttp } from '../supervise/readiness.js'
import { writeJson } from '../json-file.js'
import { isPlainFailure } from '../supervise/failures.js'
import type { Part } from '../supervise/part.js'

/**
 * Temporal UI as a part of the system.
 *
 * @param args.codecEndpoint address that decodes payloads for whoever may see them
 */
export async function uiPart(args: {
  binary: string
  folder: string
  port: number
  temporalAddress: string
  codecEndpoint: string
  defaultNamespace: string
}): Promise<Part> {
  await mkdir(args.folder, { recursive: true, mode: 0o700 })
  await writeJson(join(args.folder, 'ui.yaml'), {
    temporalGrpcAddress: args.temporalAddress,
    host: '127.0.0.1',
    port: args.port,
    enableUi: true,
    defaultNamespace: args.defaultNamespace,
    disableNewsFetch: true,
    // Served over plain HTTP on this machine alone.
    cors: { cookieInsecure: true, allowOrigins: [`http://127.0.0.1:${String(args.port)}`] },
    codec: { endpoint: args.codecEndpoint },
  })
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
