/**
 * Names in a payload's metadata. Kept free of Node imports: the payload converter runs inside the workflow sandbox.
 */

/** What a payload's data is; the engine's own key. */
export const ENCODING = 'encoding'
/** The encoding of everything that leaves our processes. */
export const ENCRYPTED = 'binary/encrypted'
/** Id of the key that encrypted the payload. */
export const KEY_ID = 'brobygger-key'
/** The execution a payload is bound to. */
export const PLACE = 'brobygger-place'
/** Inside our processes only: the contract a payload belongs to. */
export const CONTRACT = 'brobygger-contract'
/** Inside our processes only: the administration whose transit key encrypted the payload. */
export const SENDER = 'brobygger-sender'
/** Inside our processes only: the execution that sent a contract message. */
export const ORIGIN = 'brobygger-origin'

/** Text of a metadata entry, `undefined` when absent. */
export function metadataText(
  metadata: Record<string, Uint8Array> | null | undefined,
  name: string,
): string | undefined {
  const value = metadata?.[name]
  return value === undefined ? undefined : new TextDecoder().decode(value)
}

/** Bytes of a metadata entry. */
export const metadataBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
