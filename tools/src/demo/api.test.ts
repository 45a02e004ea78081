import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { Api, Refused } from './api.js'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

/** An API that gives these answers one after the other, and keeps what it was asked. */
async function answering(...answers: { status: number; body: object }[]) {
  const seen: IncomingMessage[] = []
  server = createServer((request, response) => {
    seen.push(request)
    const { status, body } = answers[Math.min(seen.length, answers.length) - 1] ?? { status: 500, body: {} }
    response.writeHead(status).end(JSON.stringify(body))
  })
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { api: new Api(`http://127.0.0.1:${port}`, new AbortController().signal), seen }
}

describe('Api', () => {
  it('repeats what the system cannot take now, under the same key, so that it is done once', async () => {
    const { api, seen } = await answering(
      { status: 503, body: { code: 'storage-unavailable' } },
      { status: 200, body: { caseId: 'x' } },
    )
    expect((await api.post('/concerns', 'r-101001', {})).body).toEqual({ caseId: 'x' })
    const keys = seen.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  it('gives another call another key', async () => {
    const { api, seen } = await answering({ status: 200, body: {} })
    await api.post('/concerns', 'r-101001', {})
    await api.post('/concerns', 'r-101001', {})
    expect(seen[0]?.headers['idempotency-key']).not.toBe(seen[1]?.headers['idempotency-key'])
  })

  it('does not repeat what was refused, and names the code and the fields but nothing that was sent', async () => {
    const { api, seen } = await answering({
      status: 400,
      body: { code: 'input-invalid', errors: [{ field: 'why' }] },
    })
    const refused = api.post('/tasks/t/complete', 'sw-anna', { why: 'secret' })
    await expect(refused).rejects.toThrow(new Refused('input-invalid', 'POST /tasks/t/complete', ['why']))
    expect(seen).toHaveLength(1)
  })
})
