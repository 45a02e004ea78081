import { senderOf, type Sender } from '@brobygger/codec'
import { isPracticeNamespace, namespaceOf } from '@brobygger/domain/codes'
import { MESSAGE_LIMIT, type AnyAgreed, type ContractMessage } from '@brobygger/domain/contracts'
import { caseIn, kindIn, processId } from '@brobygger/domain/processes'
import { operationInfo } from '@temporalio/nexus'
import { HandlerError } from 'nexus-rpc'
import type { z } from 'zod'
import { hasOnlyKnownFields } from './has-only-known-fields.js'

/** What is agreed about who may call an operation, and with what. */
export interface Terms<Message extends ContractMessage> extends Pick<
  AnyAgreed,
  'from' | 'speaks' | 'starts'
> {
  readonly request: z.ZodType<Message>
}

/** Takes the message of the call that is being served; see {@link receiveAt}. */
export const receive = <Message extends ContractMessage>(agreed: Terms<Message>, message: unknown): Message =>
  receiveAt(operationInfo().namespace, agreed, message)

/**
 * Takes a contract message. Every endpoint is callable from every namespace, so the caller is whoever's transit key
 * decrypted the input, never what a field says. Its binding must name the process that the message speaks for: what
 * one process sent cannot be sent again for another, and a practice case reaches no real endpoint.
 *
 * @param namespace of the worker that serves the call
 * @throws HandlerError `UNAUTHORIZED` from anybody but that process of the contract's other party, `BAD_REQUEST` for
 * another shape, a field that may not cross, or more than a message may hold
 */
export function receiveAt<Message extends ContractMessage>(
  namespace: string,
  { from, speaks, request, starts }: Terms<Message>,
  message: unknown,
): Message {
  const sender = senderOf(message)
  if (sender?.administration !== from) throw new HandlerError('UNAUTHORIZED', 'contract-sender-unknown')
  if (JSON.stringify(message).length > MESSAGE_LIMIT) {
    throw new HandlerError('BAD_REQUEST', 'contract-message-too-large')
  }
  const parsed = request.safeParse(message)
  if (!parsed.success || !hasOnlyKnownFields(message, parsed.data)) {
    throw new HandlerError('BAD_REQUEST', 'contract-message-invalid')
  }
  const { caseId, offer, practice } = parsed.data
  if (caseIn(offer) !== caseId || (starts !== null && kindIn(offer) !== starts)) {
    throw new HandlerError('BAD_REQUEST', 'contract-offer-invalid')
  }
  const origin = {
    namespace: namespaceOf({ administration: from, practice }),
    workflowId: speaks === 'case' ? processId({ kind: 'concern', caseId }) : offer,
  }
  if (isPracticeNamespace(namespace) !== practice || !isFrom(sender, origin)) {
    throw new HandlerError('UNAUTHORIZED', 'contract-message-misplaced')
  }
  return parsed.data
}

/** Messages under a key from before payloads were bound to their process say nothing of it. */
const isFrom = ({ origin }: Sender, expected: NonNullable<Sender['origin']>): boolean =>
  origin === undefined ||
  (origin.namespace === expected.namespace && origin.workflowId === expected.workflowId)
