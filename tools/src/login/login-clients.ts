import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { namespaceOf, namespacesOf, type Administration } from '@brobygger/domain/codes'
import { clientsFileIn, loginClients, type LoginClient } from '@brobygger/login'
import { readJson, writeJson } from '../json-file.js'

/** Audiences of tokens on this machine. */
export const audiences = { api: 'urn:brobygger:api', temporal: 'urn:brobygger:temporal' } as const

/** Who set-up is to Temporal's server: it alone may make namespaces. */
export const setUpClient = 'set-up'
/** The API as a client of Temporal's server. */
export const apiClient = 'api'
/** The API as a site that people log in to. */
export const siteClient = 'brobygger'
/** Temporal UI, to which supervisors log in. */
export const uiClient = 'temporal-ui'
/** Commands on this machine that act as a person. */
export const toolClient = 'brobygger-tool'
/** An API client of the demo municipality: monitoring. A program is on the staff list like a person, under its id. */
export const monitoringClient = 'op-ole'
/** A worker as a client of Temporal's server: called like its part. */
export const workerClient = (administration: string): string => `worker-${administration}`

/** Every port of the person's own machine will do. Source: RFC 8252, section 7.3. */
export const toolRedirect = 'http://127.0.0.1/callback'

/**
 * Writes the list of the login's clients for the addresses of this start; secrets stay as they are.
 *
 * @returns the secret of each client by its id
 */
export async function ensureLoginClients(args: {
  dataDir: string
  apiUrl: string
  uiUrl: string
  running: readonly Administration[]
}): Promise<Record<string, string>> {
  const file = clientsFileIn(args.dataDir)
  const kept = secretsOf(loginClients.safeParse(await readJson(file)).data?.clients ?? [])
  const clients = clientsFor({ ...args, secret: id => kept[id] ?? randomBytes(32).toString('base64url') })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeJson(file, { clients }, 0o600)
  return secretsOf(clients)
}

function clientsFor(args: {
  apiUrl: string
  uiUrl: string
  running: readonly Administration[]
  secret: (id: string) => string
}): LoginClient[] {
  const { apiUrl, uiUrl, running, secret } = args
  const service = (id: string, permissions: string[]): LoginClient => ({
    kind: 'service',
    id,
    secret: secret(id),
    audience: audiences.temporal,
    permissions,
  })
  const mayWrite = (names: readonly string[]) => names.map(name => `${name}:write`)
  return [
    {
      kind: 'site',
      id: siteClient,
      secret: secret(siteClient),
      audience: audiences.api,
      redirectUris: [`${apiUrl}/api/login/callback`],
      afterLogout: `${apiUrl}/api/docs`,
    },
    {
      kind: 'site',
      id: uiClient,
      secret: secret(uiClient),
      audience: audiences.temporal,
      redirectUris: [`${uiUrl}/auth/sso/callback`],
      afterLogout: uiUrl,
    },
    { kind: 'tool', id: toolClient, audience: audiences.api, redirectUris: [toolRedirect] },
    {
      kind: 'service',
      id: monitoringClient,
      secret: secret(monitoringClient),
      audience: audiences.api,
      permissions: [],
    },
    service(setUpClient, ['temporal-system:admin']),
    service(apiClient, mayWrite(namespacesOf(running))),
    ...running.map(administration =>
      service(
        workerClient(administration),
        mayWrite([false, true].map(practice => namespaceOf({ administration, practice }))),
      ),
    ),
  ]
}

const secretsOf = (clients: readonly LoginClient[]): Record<string, string> =>
  Object.fromEntries(clients.flatMap(client => ('secret' in client ? [[client.id, client.secret]] : [])))

/** The secret of a client. @throws Error when the login has no such client */
export function secretOf(secrets: Readonly<Record<string, string>>, id: string): string {
  const secret = secrets[id]
  if (secret === undefined) throw new Error(`The login has no client ${id} with a secret`)
  return secret
}
