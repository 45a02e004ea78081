import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { freePorts, isFree } from './ports.js'
import { innerPorts } from './engine/server-config.js'
import { settlePorts } from './system-ports.js'

async function withTakenPort<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work((server.address() as AddressInfo).port)
  } finally {
    server.close()
  }
}

describe('freePorts', () => {
  it('gives different free ports below those of outgoing connections', async () => {
    const ports = await freePorts(10)
    expect(new Set(ports).size).toBe(10)
    expect(Math.max(...ports)).toBeLessThan(32_768)
    expect(await Promise.all(ports.map(port => isFree(port)))).toEqual(Array(10).fill(true))
  })
})

describe('systems that start at the same time', () => {
  it('find no port twice, although nobody listens yet', async () => {
    const found = await Promise.all(Array.from({ length: 20 }, () => freePorts(20)))
    expect(new Set(found.flat()).size).toBe(400)
  })
})

describe('settlePorts', () => {
  it.each([
    ['api', '--port'],
    ['ui', '--ui-port'],
  ] as const)('names a taken %s port and the option that chooses another', (name, option) =>
    withTakenPort(async port => {
      await expect(settlePorts({ [name]: port }, 2)).rejects.toThrow(
        `Port ${String(port)} is taken by another program. Choose another one: npm start -- ${option} ${String(port + 1)}`,
      )
    }),
  )

  it('finds a different port for everything that was left out', async () => {
    const { temporal, workers, ...others } = await settlePorts({ api: 3999 }, 2)
    const all = [...Object.values(others), temporal.grpc, temporal.http, ...temporal.inner, ...workers]
    expect(others.api).toBe(3999)
    expect(all).toHaveLength(9 + 2 + innerPorts + 2)
    expect(new Set(all).size).toBe(all.length)
  })
})
