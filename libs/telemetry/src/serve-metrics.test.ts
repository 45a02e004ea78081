import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Counter, metrics, type Registry } from './metrics.js'
import { serveMetrics, type MetricsServer } from './serve-metrics.js'

let server: MetricsServer
let registry: Registry
beforeEach(async () => {
  registry = metrics({ service: 'worker' })
  server = await serveMetrics({ port: 0, host: '127.0.0.1', registry })
})
afterEach(() => server.close())
const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method })

describe('metrics server', () => {
  it('shows the process and what was counted, under the name of the service', async () => {
    const letters = new Counter({ name: 'letters_total', help: 'Letters sent', registers: [registry] })
    letters.inc(2)
    const response = await get('/metrics')
    const text = await response.text()
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(text).toContain('letters_total{service="worker"} 2')
    expect(text).toContain('process_cpu_seconds_total')
  })

  it('says that it lives', async () => {
    const response = await get('/health/live')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'live' })
  })

  it.each([
    ['/', 'GET', 404],
    ['/metrics', 'POST', 405],
  ])('answers %s %s with %i', async (path, method, status) => {
    expect((await get(path, method)).status).toBe(status)
  })

  it('refuses a port that is taken', async () => {
    await expect(serveMetrics({ port: server.port, host: '127.0.0.1', registry })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})
