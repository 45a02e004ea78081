import { createServer } from 'node:net'

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

/** As many different free ports on 127.0.0.1 as asked for. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < count) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (!found.has(port) && (await isFree(port))) found.add(port)
  }
  return [...found]
}
