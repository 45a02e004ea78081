import { senderOf } from '@brobygger/codec'
import type { Administration } from '@brobygger/domain/codes'
import { HandlerError } from 'nexus-rpc'
import type { z } from 'zod'

/**
 * Takes a contract message. Every endpoint is callable from every namespace, so the caller is whoever's transit key
 * decrypted the input, never what a field says.
 *
 * @throws HandlerError `UNAUTHORIZED` from anybody but the contract's other party, `BAD_REQUEST` for another shape
 */
export function receive<T>(schema: z.ZodType<T>, message: unknown, { from }: { from: Administration }): T {
  if (senderOf(message) !== from) throw new HandlerError('UNAUTHORIZED', 'contract-sender-unknown')
  const parsed = schema.safeParse(message)
  if (!parsed.success) throw new HandlerError('BAD_REQUEST', 'contract-message-invalid')
  return parsed.data
}
