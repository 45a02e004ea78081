import { mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.js'

export interface Held {
  readonly owner: ProcessIdentity
  /** What the owner wrote beside its identity, for whoever is refused. */
  readonly note: string
}

/**
 * Takes a lock file, or says who holds it. A lock whose owner is gone (killed, power cut) is taken over.
 *
 * @param args.note text that someone who is refused gets to see
 * @returns `release` when the lock is ours, otherwise the holder
 */
export async function tryLock(args: {
  file: string
  note: string
}): Promise<{ release: () => Promise<void> } | Held> {
  await mkdir(dirname(args.file), { recursive: true })
  const owner = await identityOf(process.pid)
  if (!owner) throw new Error('this process cannot be found in the process table')
  const mine = JSON.stringify({ owner, note: args.note } satisfies Held)
  for (;;) {
    try {
      await writeFile(args.file, mine, { flag: 'wx' })
      return { release: () => unlink(args.file) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await readHolder(args.file)
    if (holder && (await isAlive(holder.owner))) return holder
    await unlink(args.file).catch(() => undefined)
  }
}

/** Takes a lock file and does `work` under it; waits as long as another process holds it. */
export async function withLock<T>(args: {
  file: string
  note: string
  onWait: (holder: Held) => void
  work: () => Promise<T>
}): Promise<T> {
  for (let told = false; ; told = true) {
    const lock = await tryLock(args)
    if ('release' in lock) {
      try {
        return await args.work()
      } finally {
        await lock.release()
      }
    }
    if (!told) args.onWait(lock)
    await sleep(1000)
  }
}

/** The holder, or undefined when the file is gone or was never written to its end. */
async function readHolder(file: string): Promise<Held | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Held
  } catch {
    await sleep(50)
    return readFile(file, 'utf8')
      .then(text => JSON.parse(text) as Held)
      .catch(() => undefined)
  }
}
