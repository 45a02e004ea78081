import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from '@brobygger/telemetry'
import type { Provider } from 'oidc-provider'
import { interact, isInteraction } from './interaction.js'
import { makeProvider, type ProviderParts } from './make-provider.js'
import { ensureKeys, published } from './signing-keys.js'

export interface Login {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Starts the development login. Keys are read again as they change, so that they are rotated while it runs. */
export async function startLogin(
  args: ProviderParts & { host: string; port: number; keysFile: string; log: Logger },
): Promise<Login> {
  const { keysFile, log, municipality } = args
  let current: { kids: string; provider: Provider } | undefined
  const providerNow = async (): Promise<Provider> => {
    const now = new Date()
    const keys = await ensureKeys(keysFile)
    const kids = published(keys, now)
      .map(({ jwk }) => jwk.kid)
      .join()
    if (current?.kids !== kids) {
      const provider = makeProvider(args, keys, now)
      // Codes only: descriptions may repeat what was sent.
      provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'the login failed'))
      provider.on('grant.error', (_ctx, error) => log.warn({ code: error.message }, 'no token'))
      provider.on('authorization.error', (_ctx, error) => log.warn({ code: error.message }, 'no login'))
      current = { kids, provider }
    }
    return current.provider
  }
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/health/live') return void response.writeHead(200).end('live')
    const provider = await providerNow()
    if (isInteraction(request)) return await interact({ provider, municipality, request, response })
    await provider.callback()(request, response)
  }
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'the login failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await providerNow()
  server.listen(args.port, args.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${args.host}:${port}`,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
