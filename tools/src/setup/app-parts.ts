import { join } from 'node:path'
import { type Config, repositoryFolder } from '@brobygger/config'
import { workerRole } from '@brobygger/database'
import { administrations, namespaceOf } from '@brobygger/domain/codes'
import { arePolled } from '../engine/pollers.js'
import { isJsonFailure } from '../supervise/failures.js'
import type { Part } from '../supervise/part.js'
import { answersHttp } from '../supervise/readiness.js'
import type { PartVariables } from './part-variables.js'
import { urlOf } from './stores.js'

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
export function simulatorsPart(args: { common: PartVariables; port: number; url: string }): Part {
  const env = { ...args.common, SIMULATORS_PORT: String(args.port) }
  return appPart({ name: 'simulators', app: 'simulators', env, isReady: () => answersHttp(args.url) })
}

export function apiPart(args: {
  common: PartVariables
  port: number
  url: string
  databaseUrl: string
}): Part {
  const env = { ...args.common, API_PORT: String(args.port), DATABASE_URL: args.databaseUrl }
  return appPart({ name: 'api', app: 'api', env, isReady: () => answersHttp(`${args.url}/health/ready`) })
}

/** One worker process for each administration, with that administration's database role and no other. */
export function workerParts(args: {
  common: PartVariables
  ports: readonly number[]
  temporalAddress: Config['TEMPORAL_ADDRESS']
  databaseUrls: Readonly<Record<string, string>>
}): Part[] {
  return administrations.codes.map((administration, i) => {
    const env = {
      ...args.common,
      ADMINISTRATION: administration,
      DATABASE_URL: urlOf(args.databaseUrls, workerRole(administration)),
      ...(args.ports[i] === undefined ? {} : { METRICS_PORT: String(args.ports[i]) }),
    }
    const namespaces = [false, true].map(practice => namespaceOf({ administration, practice }))
    const isReady = (since: Date) => arePolled(args.temporalAddress, namespaces, since)
    return appPart({ name: `worker-${administration}`, app: 'worker', env, isReady })
  })
}
