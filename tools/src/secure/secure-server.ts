import type { ServerCertificate } from './certificates.js'
import { SERVER_NAME } from './certificates.js'

/** What a Temporal server needs to know who calls, and to be known itself. */
export interface SecureServer {
  readonly certificate: ServerCertificate
  /** Where the login publishes its keys. */
  readonly jwksUrl: string
  /** For whom a token must be. */
  readonly audience: string
}

/** The server's services, each to be named on its command line when `internal-frontend` is among them. */
export const secureServices = ['frontend', 'internal-frontend', 'history', 'matching', 'worker'] as const

/**
 * The `global` part of the configuration: TLS everywhere, and a token with each call from outside. The server's own
 * parts prove who they are to each other with the certificate, whose authority has signed no other.
 */
export function secureGlobal({ certificate, jwksUrl, audience }: SecureServer): object {
  const server = { certFile: certificate.certificate, keyFile: certificate.key }
  const client = { serverName: SERVER_NAME, rootCaFiles: [certificate.ca] }
  return {
    tls: {
      internode: {
        server: { ...server, requireClientAuth: true, clientCaFiles: [certificate.ca] },
        client,
      },
      frontend: { server, client },
    },
    authorization: {
      // The login publishes a new key a minute before it signs with it.
      jwtKeyProvider: { keySourceURIs: [jwksUrl], refreshInterval: '20s' },
      permissionsClaimName: 'permissions',
      authorizer: 'default',
      claimMapper: 'default',
      audience,
    },
  }
}
