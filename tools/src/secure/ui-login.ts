import type { ServerCertificate } from './certificates.js'
import { SERVER_NAME } from './certificates.js'

/** How Temporal UI logs supervisors in, and reaches a server that asks who calls. */
export interface UiLogin {
  readonly certificate: ServerCertificate
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Address of the UI, as browsers have it. */
  readonly url: string
}

/** The part of the UI's configuration. The page passes the supervisor's token on: to the server, and to the codec. */
export function uiLoginConfig({ certificate, issuer, clientId, clientSecret, url }: UiLogin): object {
  return {
    tls: { caFile: certificate.ca, enableHostVerification: true, serverName: SERVER_NAME },
    auth: {
      enabled: true,
      redirectToProvider: true,
      providers: [
        {
          label: 'Brobygger',
          type: 'oidc',
          providerUrl: issuer,
          clientId,
          clientSecret,
          scopes: ['openid'],
          callbackUrl: `${url}/auth/sso/callback`,
        },
      ],
    },
    disableWriteActions: true,
  }
}
