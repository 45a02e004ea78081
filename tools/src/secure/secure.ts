import { join } from 'node:path'
import { ServiceToken } from '@brobygger/temporal'
import type { Place } from '../engine/connect.js'
import { audiences, secretOf, setUpClient, uiClient } from '../login/login-clients.js'
import type { PartVariables } from '../setup/part-variables.js'
import { ensureCertificate, type ServerCertificate } from './certificates.js'
import type { SecureServer } from './secure-server.js'
import type { UiLogin } from './ui-login.js'
import { readFile } from 'node:fs/promises'

/** A system in which the Temporal server and its page let in only who has a token. */
export interface Secure {
  readonly server: SecureServer
  readonly ui: Omit<UiLogin, 'url'>
  /** What the gate before Temporal UI proves itself with: browsers have to be told to trust its `ca`. */
  readonly gate: ServerCertificate
  /** What set-up brings: it may do everything, and is renewed until `stop`. */
  readonly credentials: () => Pick<Place, 'tls' | 'apiKey'>
  /** Resolves when set-up has a token. */
  readonly ready: Promise<void>
  /** What a part needs to get in as a client of the login. */
  readonly variablesOf: (client: string) => PartVariables
  readonly stop: () => void
}

/** Prepares it: certificates in the data folder, and a token for set-up as soon as the login serves. */
export async function makeSecure(args: {
  dataDir: string
  loginUrl: string
  secrets: Readonly<Record<string, string>>
}): Promise<Secure> {
  const { dataDir, loginUrl, secrets } = args
  const certificate = await ensureCertificate(join(dataDir, 'temporal', 'tls'))
  const gate = await ensureCertificate(join(dataDir, 'temporal', 'ui-tls'))
  const tls = { serverRootCACertificate: await readFile(certificate.ca) }
  const token = new ServiceToken({
    issuer: loginUrl,
    id: setUpClient,
    secret: secretOf(secrets, setUpClient),
    audience: audiences.temporal,
    insecure: true,
  })
  return {
    server: { certificate, jwksUrl: `${loginUrl}/jwks`, audience: audiences.temporal },
    ui: {
      certificate,
      issuer: loginUrl,
      clientId: uiClient,
      clientSecret: secretOf(secrets, uiClient),
    },
    gate,
    credentials: () => ({ tls, apiKey: token.current }),
    ready: token.ready,
    variablesOf: client => ({
      TEMPORAL_CA_FILE: certificate.ca,
      TEMPORAL_CLIENT_ID: client,
      TEMPORAL_CLIENT_SECRET: secretOf(secrets, client),
    }),
    stop: () => {
      token.stop()
    },
  }
}
