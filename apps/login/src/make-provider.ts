import { assurances, meetsAssurance, type Assurance } from '@brobygger/domain/codes'
import { isEmployed, temporalPermissions, type Municipality } from '@brobygger/domain/organisation'
import {
  Provider,
  errors,
  interactionPolicy,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider'
import { metadataOf, type LoginClient } from './clients.js'
import { logoutPage, loggedOutPage, problemPage } from './pages/index.js'
import { SIGNING_ALGORITHM, published, type LoginKeys } from './signing-keys.js'

/** What the provider is made from. */
export interface ProviderParts {
  readonly issuer: string
  readonly clients: readonly LoginClient[]
  readonly municipality: Municipality
  /** Seconds for which a token holds. */
  readonly tokenSeconds: number
  /** Audience of tokens for Temporal: they carry what a supervisor may read there. */
  readonly temporalAudience: string
}

/** How sure a program is of itself that proves who it is with a long secret. */
const SERVICE_ASSURANCE: Assurance = 'substantial'

/** The OpenID provider with the keys as they stand at a moment. Tokens say a staff id and how sure it is, no name. */
export function makeProvider(parts: ProviderParts, keys: LoginKeys, now: Date): Provider {
  const { clients, municipality, tokenSeconds, temporalAudience } = parts
  const clientOf = (id: string | undefined) => clients.find(client => client.id === id)
  const configuration: Configuration = {
    clients: clients.map(metadataOf),
    jwks: { keys: published(keys, now).map(({ jwk }) => jwk) },
    cookies: { keys: [keys.cookies] },
    acrValues: [...assurances.codes],
    scopes: ['openid'],
    claims: { openid: ['sub', 'acr'] },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    enabledJWA: {
      idTokenSigningAlgValues: [SIGNING_ALGORITHM],
      requestObjectSigningAlgValues: [SIGNING_ALGORITHM],
    },
    // Confidential clients without it, such as Temporal UI, are bound by their secret.
    pkce: { required: (_ctx, client) => client.tokenEndpointAuthMethod === 'none' },
    // A page of a browser asks for tokens nowhere: every client is a server or a tool.
    clientBasedCORS: () => false,
    ttl: {
      AccessToken: tokenSeconds,
      ClientCredentials: tokenSeconds,
      IdToken: tokenSeconds,
      AuthorizationCode: 60,
      Interaction: 600,
      Session: 10 * 3600,
      Grant: 10 * 3600,
      RefreshToken: 10 * 3600,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = logoutPage(form)),
        postLogoutSuccessSource: ctx => void (ctx.body = loggedOutPage()),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, client) => clientOf(client.clientId)?.audience ?? [],
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource, client) => {
          if (clientOf(client.clientId)?.audience !== resource) throw new errors.InvalidTarget()
          return {
            scope: '',
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: tokenSeconds,
            jwt: { sign: { alg: SIGNING_ALGORITHM } },
          }
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}`, policy: policy() },
    findAccount: (_ctx, id) =>
      municipality.staff.some(member => member.id === id && isEmployed(member))
        ? { accountId: id, claims: () => ({ sub: id }) }
        : undefined,
    // Temporal UI renews what it holds; the API keeps a session of its own.
    issueRefreshToken: (_ctx, client) => clientOf(client.clientId)?.audience === temporalAudience,
    // Every client is the municipality's own: nobody is asked whether it may know who they are.
    loadExistingGrant: async ctx => {
      const { client, session, provider, params } = ctx.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(typeof params?.['scope'] === 'string' ? params['scope'] : 'openid')
      await grant.save()
      return grant
    },
    extraTokenClaims: (ctx, token) => {
      const client = clientOf(token.clientId)
      if (token.kind === 'ClientCredentials') {
        const permissions = client?.kind === 'service' ? client.permissions : []
        return { acr: SERVICE_ASSURANCE, ...(permissions.length > 0 ? { permissions } : {}) }
      }
      const reads =
        client?.audience === temporalAudience ? temporalPermissions(municipality, token.accountId) : undefined
      return { acr: assuranceOf(ctx), ...(reads === undefined ? {} : { permissions: reads }) }
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = problemPage(out.error)
    },
  }
  return new Provider(parts.issuer, configuration)
}

/** How sure the login was that this token follows from. */
function assuranceOf({ oidc }: KoaContextWithOIDC): string | undefined {
  return oidc.entities.AuthorizationCode?.acr ?? oidc.entities.RefreshToken?.acr
}

/** The usual reasons to ask who it is, and one more: a client wants a higher level than the session has. */
function policy() {
  const prompts = interactionPolicy.base()
  prompts.get('login')?.checks.add(
    new interactionPolicy.Check('acr_values', 'a higher assurance level is needed', ({ oidc }) => {
      const hasJustChosen = oidc.result?.login !== undefined
      return !hasJustChosen && !suffices(oidc.session?.acr, oidc.params?.['acr_values'])
    }),
  )
  // It asks before a program on one's own machine is told who one is; nobody here is anybody.
  prompts.get('consent')?.checks.remove('native_client_prompt')
  return prompts
}

/** Whether a session's level is at least one of those asked for. */
function suffices(has: string | undefined, asked: unknown): boolean {
  const level = assurances.schema.safeParse(has).data
  const values = typeof asked === 'string' ? asked.split(' ') : []
  const wanted = values.flatMap(value => assurances.schema.safeParse(value).data ?? [])
  return wanted.length === 0 || (level !== undefined && wanted.some(value => meetsAssurance(level, value)))
}
