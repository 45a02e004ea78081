import { randomUUID } from 'node:crypto'

/** How long a token holds, in seconds. */
const LIFE = 3_600

/** The tokens that open the services: each for the certificate it was given to, and for one service. */
export class AccessTokens {
  readonly #given = new Map<string, { certificate: string; audience: string; endsAt: number }>()

  give(certificate: string, audience: string): { token: string; seconds: number } {
    const token = randomUUID()
    this.#given.set(token, { certificate, audience, endsAt: Date.now() + LIFE * 1_000 })
    return { token, seconds: LIFE }
  }

  /** Whether a whole `Authorization` header opens a service to the holder of a certificate. */
  opens(authorization: string | undefined, certificate: string, audience: string): boolean {
    const token = /^Holder-of-key (.+)$/.exec(authorization ?? '')?.[1]
    const given = this.#given.get(token ?? '')
    return (
      given !== undefined &&
      given.certificate === certificate &&
      given.audience === audience &&
      Date.now() < given.endsAt
    )
  }

  /** Takes back every token: the next call with one is refused. */
  revokeAll(): void {
    this.#given.clear()
  }
}
