import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the clocks may be apart, and how long a request may be on its way, in seconds. */
const WINDOW = 300

/**
 * Whether a request comes from who holds the secret, and now: `X-Signature: t=<unix seconds>,v1=<hexadecimal>`, the second
 * part HMAC-SHA-256 of `<t>.<body>`. A request that somebody kept and sends again later is none.
 */
export function isSigned(args: { header: unknown; body: string; secret: string; now: Date }): boolean {
  const { header, body, secret, now } = args
  if (typeof header !== 'string') return false
  const [, seconds, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (seconds === undefined || given === undefined) return false
  if (Math.abs(now.getTime() / 1_000 - Number(seconds)) > WINDOW) return false
  const wanted = createHmac('sha256', secret).update(`${seconds}.${body}`).digest()
  return timingSafeEqual(Buffer.from(given, 'hex'), wanted)
}
