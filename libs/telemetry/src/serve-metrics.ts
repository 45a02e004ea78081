import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from 'prom-client'

/** Where a process without an API of its own shows how it is. */
export interface MetricsServer {
  /** The port listened on: the one asked for, or the one given for 0. */
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves `GET /metrics` (Prometheus) and `GET /health/live` over plain HTTP.
 * @param options.port 0 takes any free one
 * @param options.host address to listen on, `127.0.0.1` on one machine, `0.0.0.0` in a container
 * @throws when the port is taken (`EADDRINUSE`)
 */
export async function serveMetrics(options: {
  port: number
  host: string
  registry: Registry
}): Promise<MetricsServer> {
  const { port, host, registry } = options
  const server = createServer((request, response) => {
    void answer(request.method, request.url, registry, response)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function answer(
  method: string | undefined,
  url: string | undefined,
  registry: Registry,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  }
  if (method !== 'GET') return send(405, 'text/plain', 'GET only\n')
  if (url === '/health/live') return send(200, 'application/json', '{"status":"live"}')
  if (url !== '/metrics') return send(404, 'text/plain', 'Nothing here\n')
  try {
    send(200, registry.contentType, await registry.metrics())
  } catch {
    send(500, 'text/plain', 'A metric could not be read\n')
  }
}
