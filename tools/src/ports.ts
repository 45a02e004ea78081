import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Below the ranges from which Linux (32768–) and macOS (49152–) take ports for outgoing connections: a port
 * there could be taken by a client's own connection while its server is being restarted.
 */
const lowest = 20_000
const highest = 32_000

/** Whether nothing listens on the port. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => {
      resolve(false)
    })
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(true)
      })
    })
  })
}

/** How long a port that was found free is left to whoever found it, in milliseconds: by then it listens. */
const CLAIMED_FOR = 120_000

/** Whether nobody else on this machine has just found the same port free, and not yet listened on it. */
async function claim(port: number): Promise<boolean> {
  const folder = join(tmpdir(), 'brobygger-ports')
  const file = join(folder, String(port))
  await mkdir(folder, { recursive: true })
  try {
    if (Date.now() - (await stat(file)).mtimeMs > CLAIMED_FOR) await rm(file, { force: true })
  } catch {
    // Nobody has claimed it.
  }
  try {
    await writeFile(file, '', { flag: 'wx' })
    return true
  } catch (error) {
    // Where no claim can be made, being free has to do.
    return (error as NodeJS.ErrnoException).code !== 'EEXIST'
  }
}

/** As many different free ports on 127.0.0.1 as asked for; systems that start at the same time get different ones. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < count) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (!found.has(port) && (await isFree(port)) && (await claim(port))) found.add(port)
  }
  return [...found]
}
