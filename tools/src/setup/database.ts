import { mkdir } from 'node:fs/promises'
import type { Environment } from '../environment.js'
import type { Say } from '../progress.js'
import { postgresAccount } from '../postgres/account.js'
import { findBinaries } from '../postgres/binaries.js'
import { ensureCluster } from '../postgres/cluster.js'
import { choosePlace } from '../postgres/place.js'
import { answersSql, postgresPart } from '../postgres/postgres-part.js'
import type { Part } from '../supervise/part.js'

/** PostgreSQL as the system uses it: an address, and a part when it is not run by somebody else. */
export interface Database {
  readonly adminUrl: string
  readonly part?: Part
}

/**
 * Settles where PostgreSQL is: OWNER_DATABASE_URL or DATABASE_URL where one is set (its role must be allowed to
 * create roles), else an embedded one whose data lies in the data folder.
 */
export async function settleDatabase(args: {
  env: Environment
  dataDir: string
  port: number
  password: string
  say: Say
}): Promise<Database> {
  const variable = (['OWNER_DATABASE_URL', 'DATABASE_URL'] as const).find(name => args.env[name])
  const external = variable && args.env[variable]
  if (external) {
    await answersSql(external).catch((error: unknown) => {
      throw new Error(
        `PostgreSQL at ${variable} does not answer: ${error instanceof Error ? error.message : 'unknown reason'}. ` +
          `Unset ${variable} to use the embedded one.`,
      )
    })
    return { adminUrl: external }
  }
  await mkdir(args.dataDir, { recursive: true })
  const account = await postgresAccount()
  const place = await choosePlace({ dataDir: args.dataDir, binaries: await findBinaries(), account })
  if (!place.data.startsWith(args.dataDir)) {
    args.say(
      `PostgreSQL cannot enter ${args.dataDir} (it does not run as root); its data lies in ${place.data}`,
    )
  }
  await ensureCluster({ place, account, password: args.password })
  const adminUrl = `postgres://postgres:${args.password}@127.0.0.1:${String(args.port)}/postgres`
  return { adminUrl, part: postgresPart({ place, account, port: args.port, adminUrl }) }
}
