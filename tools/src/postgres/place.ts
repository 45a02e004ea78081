import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'

/** Where PostgreSQL's programs and data lie. */
export interface Place {
  readonly programs: string
  readonly data: string
}

/** For root, whose own folders the account PostgreSQL runs as cannot enter. */
const systemFolder = '/var/lib/brobygger'

/**
 * Chooses where PostgreSQL runs from: the package's programs, and `postgres` in the data folder. When started as
 * root and its account cannot reach one of them (a clone under /root), a folder under /var/lib takes its place.
 */
export async function choosePlace(args: {
  dataDir: string
  binaries: Binaries
  account: Account | undefined
}): Promise<Place> {
  const { account, binaries, dataDir } = args
  if (!account) return { programs: binaries.folder, data: join(dataDir, 'postgres') }
  // Passing through is enough for the account; what lies in the folder has modes of its own.
  await chmod(dataDir, 0o711)
  const programs = (await canReach(account, join(binaries.folder, 'bin', 'postgres')))
    ? binaries.folder
    : await copyOf(binaries)
  return { programs, data: await reachableData(dataDir, account) }
}

/** Folder of the data: inside the data folder, or the one that stands in for it. */
async function reachableData(dataDir: string, account: Account): Promise<string> {
  if (await canReach(account, dataDir)) return join(dataDir, 'postgres')
  await mkdir(systemFolder, { recursive: true, mode: 0o755 })
  return standIn(dataDir)
}

/** The folder under /var/lib that belongs to a data folder nobody but root can enter. */
export function standIn(dataDir: string): string {
  return join(systemFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
}

async function copyOf(binaries: Binaries): Promise<string> {
  const copy = join(systemFolder, `postgres-${binaries.version}`)
  const present = await stat(copy).catch(() => undefined)
  if (present) return copy
  const partial = `${copy}.${String(process.pid)}.partial`
  await mkdir(systemFolder, { recursive: true, mode: 0o755 })
  await cp(binaries.folder, partial, { recursive: true, verbatimSymlinks: true })
  await rename(partial, copy).catch(async () => {
    await rm(partial, { recursive: true, force: true })
  })
  return copy
}

/** Whether the account may enter (execute) the path and every folder above it. */
async function canReach(account: Account, path: string): Promise<boolean> {
  for (let here = path; ; here = dirname(here)) {
    const { mode, uid, gid } = await stat(here)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (here === dirname(here)) return true
  }
}
