import * as openid from 'openid-client'

/** Where a program gets its token. */
export interface ServiceClient {
  /** Address of the login. */
  readonly issuer: string
  readonly id: string
  readonly secret: string
  /** For whom the token is to be. */
  readonly audience: string
  /** Whether the login may be asked without TLS: on one's own machine. */
  readonly insecure: boolean
}

/** Seconds between two attempts when the login does not answer. */
const RETRY = 2
/** An answer that takes longer is given up, in seconds. */
const PATIENCE = 5
/** The part of a token's life after which it is renewed: an outage of a third of it is not noticed. */
const RENEW_AFTER = 2 / 3

/** A program's own access token (client credentials), renewed for as long as the program runs. */
export class ServiceToken {
  private token = ''
  private readonly listeners: ((token: string) => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private hasEnded = false
  /** Resolves when the first token is there, however long the login is away. */
  readonly ready: Promise<void>

  constructor(private readonly client: ServiceClient) {
    this.ready = new Promise(resolve => {
      void this.renew(resolve)
    })
  }

  /** The token as it stands; empty before the first. */
  get current(): string {
    return this.token
  }

  /** Tells of every new token. */
  onRenewed(listener: (token: string) => void): void {
    this.listeners.push(listener)
  }

  stop(): void {
    this.hasEnded = true
    clearTimeout(this.timer)
  }

  private async renew(first: () => void): Promise<void> {
    let wait = RETRY
    try {
      const { token, seconds } = await this.ask()
      this.token = token
      for (const listener of this.listeners) listener(token)
      first()
      wait = seconds * RENEW_AFTER
    } catch {
      // The token at hand holds on; whoever it no longer opens anything to says so.
    }
    if (this.hasEnded) return
    this.timer = setTimeout(() => void this.renew(first), wait * 1000)
    this.timer.unref()
  }

  private async ask(): Promise<{ token: string; seconds: number }> {
    const { issuer, id, secret, audience, insecure } = this.client
    const login = await openid.discovery(new URL(issuer), id, undefined, openid.ClientSecretBasic(secret), {
      timeout: PATIENCE,
      execute: insecure ? [openid.allowInsecureRequests] : [],
    })
    const tokens = await openid.clientCredentialsGrant(login, { resource: audience })
    return { token: tokens.access_token, seconds: tokens.expiresIn() ?? 60 }
  }
}
