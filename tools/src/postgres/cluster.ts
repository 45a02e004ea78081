import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { identityOf } from '../process-identity.js'
import type { Account } from './account.js'
import type { Place } from './place.js'

/** Makes the database cluster when it is not there. An interrupted start leaves nothing that looks finished. */
export async function ensureCluster(args: {
  place: Place
  account: Account | undefined
  password: string
}): Promise<void> {
  const { account, place } = args
  if (existsSync(join(place.data, 'PG_VERSION'))) return forgetReusedPid(place.data)
  const partial = `${place.data}.partial`
  const passwordFile = `${place.data}.password`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, args.password, { mode: 0o600 })
  try {
    if (account) for (const path of [partial, passwordFile]) await chown(path, account.uid, account.gid)
    const programs = join(place.programs, 'bin')
    for (const name of ['initdb', 'postgres']) await chmod(join(programs, name), 0o755)
    // The built-in locale sorts alike on every platform; Danish order is asked for where it is wanted.
    const options = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
    ]
    await promisify(execFile)(
      join(programs, 'initdb'),
      [`--pgdata=${partial}`, '--username=postgres', `--pwfile=${passwordFile}`, ...options],
      { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' }, ...account },
    )
    await rm(place.data, { recursive: true, force: true })
    await rename(partial, place.data)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/**
 * After a kill, PostgreSQL finds its old process number in `postmaster.pid`, sees whether that process runs and
 * recovers. It gives up when the number belongs to another program by now (common in containers): then, and
 * only then, the file is removed. Otherwise it stays, for it guards against two servers on the same data.
 */
async function forgetReusedPid(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  if (!(pid > 0) || !(await identityOf(pid))) return
  const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => undefined)
  if (command !== undefined && !command.includes('postgres')) await rm(file, { force: true })
}
