import { readFile } from 'node:fs/promises'
import type { Config } from '@brobygger/config'
import { ServiceToken } from './service-token.js'

/** How a process gets to the Temporal server: plainly, or over TLS with a token of its own. */
export interface TemporalAccess {
  readonly address: string
  /** Left out where the server speaks without TLS. */
  readonly tls?: { readonly serverRootCACertificate: Buffer }
  readonly token?: ServiceToken
}

/** Reads how to get there from the configuration, and begins to fetch a token where one is needed. */
export async function temporalAccess(
  config: Pick<
    Config,
    | 'BROBYGGER_MODE'
    | 'OIDC_ISSUER'
    | 'TEMPORAL_ADDRESS'
    | 'TEMPORAL_AUDIENCE'
    | 'TEMPORAL_CA_FILE'
    | 'TEMPORAL_CLIENT_ID'
    | 'TEMPORAL_CLIENT_SECRET'
  >,
): Promise<TemporalAccess> {
  const { TEMPORAL_CA_FILE: ca, TEMPORAL_CLIENT_ID: id, OIDC_ISSUER: issuer } = config
  if (id !== undefined && issuer === undefined) throw new Error('TEMPORAL_CLIENT_ID needs OIDC_ISSUER')
  return {
    address: config.TEMPORAL_ADDRESS,
    ...(ca === undefined ? {} : { tls: { serverRootCACertificate: await readFile(ca) } }),
    ...(id === undefined || issuer === undefined
      ? {}
      : {
          token: new ServiceToken({
            issuer,
            id,
            secret: config.TEMPORAL_CLIENT_SECRET ?? '',
            audience: config.TEMPORAL_AUDIENCE,
            insecure: config.BROBYGGER_MODE !== 'production',
          }),
        }),
  }
}
