import {
  BinaryPayloadConverter,
  CompositePayloadConverter,
  JsonPayloadConverter,
  UndefinedPayloadConverter,
  type Payload,
} from '@temporalio/common'
import { markSender } from './contract-sender.js'
import { CONTRACT, metadataBytes, metadataText, ORIGIN, SENDER } from './metadata.js'
import { placeFrom } from './place.js'

/**
 * JSON that tells the codec which contract a message belongs to: a plain object with a text field `contract` is such
 * a message, so that field name is reserved at the top of any argument or result. Runs in the workflow sandbox:
 * nothing of Node here.
 */
class ContractJsonConverter extends JsonPayloadConverter {
  override toPayload(value: unknown): Payload | undefined {
    const payload = super.toPayload(value)
    const contract = contractOf(value)
    if (payload === undefined || contract === undefined) return payload
    return { ...payload, metadata: { ...payload.metadata, [CONTRACT]: metadataBytes(contract) } }
  }

  override fromPayload<T>(payload: Payload): T {
    const value = super.fromPayload<T>(payload)
    const sender = metadataText(payload.metadata, SENDER)
    // A key of one contract must not carry a message of another.
    const fits = contractOf(value) === metadataText(payload.metadata, CONTRACT)
    if (sender !== undefined && fits && typeof value === 'object' && value !== null) {
      const origin = metadataText(payload.metadata, ORIGIN)
      markSender(value, {
        administration: sender,
        origin: origin === undefined ? undefined : placeFrom(origin),
      })
    }
    return value
  }
}

function contractOf(value: unknown): string | undefined {
  if (!isPlainObject(value) || !('contract' in value)) return undefined
  return typeof value.contract === 'string' ? value.contract : undefined
}

/** Judged by the prototype's place, not its identity: objects come from other realms too. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** The converter of every client and worker; the name is the one the SDK looks for. */
export const payloadConverter = new CompositePayloadConverter(
  new UndefinedPayloadConverter(),
  new BinaryPayloadConverter(),
  new ContractJsonConverter(),
)
