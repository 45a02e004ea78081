import { z } from 'zod'
import { KeysError, type KeysErrorCode } from './keys-error.js'
import type { MasterKeys, MasterKeyVersions, ToUnwrap, ToWrap, WrappedKey } from './master-keys.js'

/** How long one call may take, the body's last byte included, in milliseconds. */
const TIMEOUT = 3_000

const base64 = z.base64().transform(text => Buffer.from(text, 'base64'))
const encrypted = z.object({ ciphertext: base64, version: z.string().min(1) })
const decrypted = z.object({ plaintext: base64 })
const rotated = z.object({ version: z.string().min(1) })
const retired = z.object({ retired: z.number().int() })

/** Where a key management service is, and who asks. */
export interface KmsAddress {
  readonly url: string
  /** Bearer token; what it may decrypt is the service's business. */
  readonly token: string
  readonly timeoutMs?: number
}

/**
 * Master keys in a key management service, which they never leave. A key is named after its administration; the service
 * keeps its versions, and takes the binding as additional authenticated data:
 * `POST {url}/keys/{name}/encrypt|decrypt|rotate|retire`.
 */
export class KmsMasterKeys implements MasterKeys, MasterKeyVersions {
  constructor(private readonly address: KmsAddress) {}

  async wrap({ administration, plaintext, bound }: ToWrap): Promise<WrappedKey> {
    const body = { plaintext: Buffer.from(plaintext).toString('base64'), context: bound }
    const { ciphertext, version } = await this.call(administration, 'encrypt', body, encrypted)
    return { keyId: version, wrapped: ciphertext }
  }

  async unwrap({ administration, keyId, wrapped, bound }: ToUnwrap): Promise<Buffer> {
    const ciphertext = Buffer.from(wrapped).toString('base64')
    const body = { ciphertext, version: keyId, context: bound }
    return (await this.call(administration, 'decrypt', body, decrypted)).plaintext
  }

  async rotate(administration: string): Promise<string> {
    return (await this.call(administration, 'rotate', {}, rotated)).version
  }

  async retire(administration: string): Promise<number> {
    return (await this.call(administration, 'retire', {}, retired)).retired
  }

  private async call<Answer>(
    administration: string,
    verb: string,
    body: object,
    answer: z.ZodType<Answer>,
  ): Promise<Answer> {
    const { url, token, timeoutMs = TIMEOUT } = this.address
    const signal = AbortSignal.timeout(timeoutMs)
    let response: Response
    let text: string
    try {
      response = await fetch(`${url}/keys/${encodeURIComponent(`master-${administration}`)}/${verb}`, {
        method: 'POST',
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/json',
          Authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(body),
        // A service that moved is operations' business; following it could carry a key to a stranger.
        redirect: 'manual',
        signal,
      })
      text = await response.text()
    } catch {
      // The original error is dropped on purpose: it may hold pieces of what was sent.
      throw new KeysError('keys-unavailable', signal.aborted ? 'timeout' : 'connection')
    }
    if (!response.ok) throw new KeysError(codeOf(response.status), String(response.status))
    const parsed = answer.safeParse(jsonOf(text))
    if (!parsed.success) throw new KeysError('keys-unavailable', 'malformed')
    return parsed.data
  }
}

const codes: Readonly<Record<number, KeysErrorCode>> = {
  400: 'key-tampered',
  401: 'master-key-forbidden',
  403: 'master-key-forbidden',
  404: 'master-key-missing',
  408: 'keys-unavailable',
  429: 'keys-unavailable',
}

const codeOf = (status: number): KeysErrorCode =>
  codes[status] ?? (status >= 500 ? 'keys-unavailable' : 'keys-refused')

/** Undefined, which no answer's schema accepts, when it is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
