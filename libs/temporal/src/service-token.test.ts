import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ServiceToken } from './service-token.js'

/** A login that gives tokens of two seconds, or is out of order. */
let server: Server
let issuer: string
let given = 0
let broken = false
let token: ServiceToken

beforeEach(async () => {
  given = 0
  broken = false
  server = createServer((request, response) => {
    if (broken) return void response.writeHead(503).end()
    response.setHeader('content-type', 'application/json')
    if (request.url?.startsWith('/.well-known/') === true) {
      return void response.end(JSON.stringify({ issuer, token_endpoint: `${issuer}/token` }))
    }
    given++
    response.end(JSON.stringify({ access_token: `token-${given}`, token_type: 'Bearer', expires_in: 2 }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  token.stop()
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const start = () =>
  new ServiceToken({ issuer, id: 'worker', secret: 'secret', audience: 'urn:test', insecure: true })
const renewed = () => new Promise<string>(resolve => token.onRenewed(resolve))

describe("a program's token", () => {
  it('is renewed while the program runs', async () => {
    token = start()
    await token.ready
    expect(token.current).toBe('token-1')
    expect(await renewed()).toBe('token-2')
    expect(token.current).toBe('token-2')
  })

  it('comes when the login does, however late, and is kept while the login is away', async () => {
    broken = true
    token = start()
    const first = renewed()
    setTimeout(() => (broken = false), 500)
    expect(await first).toBe('token-1')
    broken = true
    await new Promise(resolve => setTimeout(resolve, 1_600))
    expect(token.current).toBe('token-1')
    broken = false
    expect(await renewed()).toBe('token-2')
  })
})
