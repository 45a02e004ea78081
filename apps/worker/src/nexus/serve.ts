import type { ContractMessage } from '@brobygger/domain/contracts'
import type { z } from 'zod'
import { receive, type Terms } from './receive.js'

/** Serves an agreed operation: takes its message, does the work, and answers in the agreed shape. */
export const serve =
  <Message extends ContractMessage, Answer>(
    agreed: Terms<Message> & { readonly answer: z.ZodType<Answer> },
    work: (message: Message) => Promise<Answer>,
  ) =>
  (_context: unknown, message: unknown): Promise<Answer> =>
    // A refusal of the message rejects, as one of the work does.
    Promise.resolve().then(() => work(receive(agreed, message)))
