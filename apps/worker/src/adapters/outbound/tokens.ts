/** A token as somebody gave it. */
export interface Token {
  /** The whole `Authorization` header. */
  readonly authorization: string
  /** How long it holds from now on. */
  readonly seconds: number
}

/** The part of a token's life after which a new one is fetched: clocks differ, and calls take time. */
const RENEW_AFTER = 4 / 5

/**
 * The token that opens a system: fetched when it is first needed, kept, and renewed before it ends. Many who ask at once
 * wait for one and the same.
 */
export class Tokens {
  private held: (Token & { readonly renewAt: number; readonly endsAt: number }) | undefined
  private asking: Promise<Token> | undefined

  /** @param ask fetches a new token; throws PortError */
  constructor(private readonly ask: () => Promise<Token>) {}

  /** The `Authorization` header as it stands. Throws what `ask` throws when there is no token to fall back on. */
  async current(): Promise<string> {
    const { held } = this
    if (held !== undefined && Date.now() < held.renewAt) return held.authorization
    try {
      return (await this.renewed()).authorization
    } catch (error) {
      if (held !== undefined && Date.now() < held.endsAt) return held.authorization
      throw error
    }
  }

  /** Forgets a token that the system no longer takes; whoever has fetched another one meanwhile keeps it. */
  drop(authorization: string): void {
    if (this.held?.authorization === authorization) this.held = undefined
  }

  private renewed(): Promise<Token> {
    this.asking ??= this.ask()
      .then(token => {
        const life = token.seconds * 1_000
        this.held = { ...token, renewAt: Date.now() + life * RENEW_AFTER, endsAt: Date.now() + life }
        return token
      })
      .finally(() => {
        this.asking = undefined
      })
    return this.asking
  }
}
