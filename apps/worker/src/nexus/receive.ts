import { senderOf, type Sender } from '@brobygger/codec'
import { namespaceOf, practiceNamespaces, type Administration } from '@brobygger/domain/codes'
import { caseIn, processId } from '@brobygger/domain/processes'
import { operationInfo } from '@temporalio/nexus'
import { HandlerError } from 'nexus-rpc'
import type { z } from 'zod'

/** What every message of a contract says of itself. */
interface ContractMessage {
  readonly caseId: string
  readonly offer: string
  readonly practice: boolean
}

/** Who alone may call an operation. */
export interface Caller {
  /** The contract's other party. */
  readonly from: Administration
  /** Its process that speaks: the case itself, or the process that an offer became. */
  readonly speaks: 'case' | 'offer'
}

/** Takes the message of the call that is being served; see {@link receiveAt}. */
export const receive = <T extends ContractMessage>(
  schema: z.ZodType<T>,
  message: unknown,
  caller: Caller,
): T => receiveAt(schema, message, { ...caller, at: operationInfo().namespace })

/**
 * Takes a contract message. Every endpoint is callable from every namespace, so the caller is whoever's transit key
 * decrypted the input, never what a field says. Its binding must name the process that the message speaks for: what
 * one process sent cannot be sent again for another, and a practice case reaches no real endpoint.
 *
 * @param at namespace of the worker that serves the call
 * @throws HandlerError `UNAUTHORIZED` from anybody but that process of the contract's other party, `BAD_REQUEST` for
 * another shape
 */
export function receiveAt<T extends ContractMessage>(
  schema: z.ZodType<T>,
  message: unknown,
  { at, from, speaks }: Caller & { at: string },
): T {
  const sender = senderOf(message)
  if (sender?.administration !== from) throw new HandlerError('UNAUTHORIZED', 'contract-sender-unknown')
  const parsed = schema.safeParse(message)
  if (!parsed.success || caseIn(parsed.data.offer) !== parsed.data.caseId) {
    throw new HandlerError('BAD_REQUEST', 'contract-message-invalid')
  }
  const { caseId, offer, practice } = parsed.data
  const origin = {
    namespace: namespaceOf({ administration: from, practice }),
    workflowId: speaks === 'case' ? processId({ kind: 'concern', caseId }) : offer,
  }
  if (isPractice(at) !== practice || !isFrom(sender, origin)) {
    throw new HandlerError('UNAUTHORIZED', 'contract-message-misplaced')
  }
  return parsed.data
}

/** Messages under a key from before payloads were bound to their process say nothing of it. */
const isFrom = ({ origin }: Sender, expected: NonNullable<Sender['origin']>): boolean =>
  origin === undefined ||
  (origin.namespace === expected.namespace && origin.workflowId === expected.workflowId)

const isPractice = (namespace: string): boolean => practiceNamespaces.includes(namespace)
