import { limits } from '@brobygger/domain/outward'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { PortError } from '../../ports/errors.js'
import type { Mailer } from './mailer.js'

/** How long a connection is kept for the next message, in milliseconds. */
const IDLE = 2_000

/** What the library throws, as far as it is looked at. */
const thrown = z.object({ code: z.string().optional(), responseCode: z.number().optional() })

/**
 * E-mail over SMTP. The protocol knows no idempotency: a repeat after a lost answer carries the same `Message-ID`, by which
 * mail systems know it again.
 *
 * @param args.url such as `smtps://user:password@mail.kommune.dk:465`
 * @param args.domain of our own address and of the messages' ids
 */
export function smtpMailer(args: {
  url: string
  domain: string
  /** Whether the server must speak TLS, from the start or by STARTTLS. */
  requiresTls: boolean
  timeoutMs?: number
}): Mailer & { knock(): Promise<void>; close(): void } {
  const { url, domain, requiresTls, timeoutMs = limits.email.timeoutMs } = args
  const transport = createTransport({
    url,
    requireTLS: requiresTls && url.startsWith('smtp:'),
    pool: true,
    maxConnections: limits.email.connections,
    // Repeating is the activity's policy.
    maxRequeues: 0,
    // A worker that ends waits no longer than this for connections nobody uses.
    idleTimeout: IDLE,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  return {
    close: () => {
      transport.close()
    },
    knock: async () => {
      try {
        await transport.verify()
      } catch (error) {
        throw portErrorOf(error)
      }
    },
    send: async ({ key, to, subject, text }) => {
      const messageId = `${key}@${domain}`
      try {
        await transport.sendMail({
          messageId: `<${messageId}>`,
          from: { name: 'Brobygger', address: `brobygger@${domain}` },
          to,
          subject,
          text,
          // Nobody's absence answers a program.
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { messageId }
      } catch (error) {
        // The original error is dropped on purpose: it holds addresses.
        throw portErrorOf(error)
      }
    },
  }
}

function portErrorOf(error: unknown): PortError {
  const { code, responseCode } = thrown.safeParse(error).data ?? {}
  // Whatever else the server says no to, such as TLS or our password, is not about this message: somebody mends it.
  const isOfMessage = code === 'EENVELOPE' || code === 'EMESSAGE'
  const isRefused = isOfMessage && responseCode !== undefined && responseCode >= 500
  const said = responseCode === undefined ? undefined : `status-${responseCode}`
  const seen = code === 'ETIMEDOUT' ? 'timeout' : 'connection'
  return new PortError({
    system: 'email',
    code: isRefused ? 'refused' : 'unavailable',
    reason: said ?? seen,
  })
}
