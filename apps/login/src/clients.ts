import { readFile } from 'node:fs/promises'
import type { ClientMetadata } from 'oidc-provider'
import { z } from 'zod'
import { SIGNING_ALGORITHM } from './signing-keys.js'

const common = {
  id: z.string().min(1),
  /** What its access tokens are for. */
  audience: z.string(),
}
const redirectUris = z.array(z.url()).min(1)

/** A program that may ask this login for tokens. */
export const loginClient = z.discriminatedUnion('kind', [
  /** Sends people here through their browser, and keeps a secret at its server. */
  z.object({ ...common, kind: z.literal('site'), secret: z.string(), redirectUris, afterLogout: z.url() }),
  /** Runs on a person's own machine: keeps no secret, and is reached on any port of it. */
  z.object({ ...common, kind: z.literal('tool'), redirectUris }),
  /** Acts for itself. With `permissions` of Temporal where it goes there. */
  z.object({
    ...common,
    kind: z.literal('service'),
    secret: z.string(),
    permissions: z.array(z.string()).default([]),
  }),
])
export type LoginClient = z.infer<typeof loginClient>

/** The file that set-up writes for the login. */
export const loginClients = z.object({ clients: z.array(loginClient) })

/** @throws Error that names the file and what is wrong in it, never a secret */
export async function loadClients(file: string): Promise<LoginClient[]> {
  const parsed = loginClients.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (parsed.success) return parsed.data.clients
  throw new Error(`${file} does not list clients of the login:\n${z.prettifyError(parsed.error)}`)
}

/** A client as the provider takes it. */
export function metadataOf(client: LoginClient): ClientMetadata {
  const id = { client_id: client.id, id_token_signed_response_alg: SIGNING_ALGORITHM } as const
  switch (client.kind) {
    case 'site':
      return {
        ...id,
        client_secret: client.secret,
        redirect_uris: client.redirectUris,
        post_logout_redirect_uris: [client.afterLogout],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      }
    case 'tool':
      return {
        ...id,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: client.redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      }
    case 'service':
      return {
        ...id,
        client_secret: client.secret,
        redirect_uris: [],
        grant_types: ['client_credentials'],
        response_types: [],
      }
  }
}
