import { decodeJwt } from 'jose'
import { z } from 'zod'

/** Asks Temporal UI itself, with what the supervisor's page sent. */
export type AskUi = (path: string) => Promise<Response>

/** An answer of the gate's own. */
export interface OwnAnswer {
  readonly status: number
  readonly body: object
}

/**
 * What the gate answers in place of Temporal UI; undefined for everything else. The page asks first for what is about
 * the whole cluster, and the server refuses that to whoever reads one namespace: here it is made of what the supervisor
 * may ask for, so it tells nothing more. A namespace of which the token does not speak is not there: the page takes a
 * refusal for the end of the login, and would log in again and again.
 */
export function ownAnswer(path: string, token: string, ask: AskUi): Promise<OwnAnswer> | undefined {
  if (path === '/api/v1/cluster-info') return clusterInfo(ask).then(ok)
  if (path === '/api/v1/namespaces') return described(namespacesIn(token), ask).then(ok)
  const asked = /^\/api\/v1\/namespaces\/([^/]+)/.exec(path)?.[1]
  if (asked === undefined || namespacesIn(token).includes(decodeURIComponent(asked))) return undefined
  return Promise.resolve({
    status: 404,
    body: { code: 5, message: 'Din adgang gælder en anden forvaltning.', details: [] },
  })
}

const ok = (body: object): OwnAnswer => ({ status: 200, body })

const systemInfo = z.object({ serverVersion: z.string() })

/** The server's version, which everybody may know; the page shows what it can do by it. */
async function clusterInfo(ask: AskUi): Promise<object> {
  const { serverVersion } = systemInfo.parse(await (await ask('/api/v1/system-info')).json())
  return { serverVersion, supportedClients: {} }
}

const claims = z.object({ permissions: z.array(z.string()).default([]) })

/** The namespaces that a token speaks of. It is not checked here: the server does that. */
const namespacesIn = (token: string): string[] => [
  ...new Set(claims.parse(decodeJwt(token)).permissions.map(permission => permission.split(':')[0] ?? '')),
]

/** Namespaces as the server describes them to the bearer of the token; one it does not believe gets none. */
async function described(names: readonly string[], ask: AskUi): Promise<object> {
  const answers = await Promise.all(
    names.map(async name => {
      const answer = await ask(`/api/v1/namespaces/${encodeURIComponent(name)}`)
      return answer.ok ? [await answer.json()] : []
    }),
  )
  return { namespaces: answers.flat(), nextPageToken: '' }
}
