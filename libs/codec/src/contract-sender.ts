import type { Place } from './place.js'

/** Who sent a contract message, as its key and its binding show. */
export interface Sender {
  /** The administration whose transit key encrypted it. */
  readonly administration: string
  /** The execution that sent it; `undefined` under a key from before payloads were bound to one. */
  readonly origin: Place | undefined
}

/**
 * Under this symbol a received contract message carries its sender. A symbol, because no JSON can forge it and no
 * JSON passes it on. From the registry of symbols, because the converter may be loaded more than once.
 */
const SENT_BY = Symbol.for('brobygger.sentBy')

/** Notes on a message who sent it. */
export function markSender(message: object, sender: Sender): void {
  Object.defineProperty(message, SENT_BY, { value: sender })
}

/**
 * The sender of a message; `undefined` when it did not come as a contract message. Ask before parsing it: a schema's
 * copy does not carry the sender. Both parties hold both keys of a contract, so a receiver also checks that the sender
 * is the other party and not itself.
 */
export function senderOf(message: unknown): Sender | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const sender: unknown = Reflect.get(message, SENT_BY)
  return isSender(sender) ? sender : undefined
}

const isSender = (value: unknown): value is Sender =>
  typeof value === 'object' && value !== null && 'administration' in value && 'origin' in value
