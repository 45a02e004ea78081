import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import type { Effect, Service } from './service.js'

const CIPHER = 'aes-256-gcm'
const [IV, TAG] = [12, 16]

const versions = z.array(z.object({ id: z.string(), secret: z.base64() })).min(1)
const stored = z.record(z.string(), versions)
type Stored = z.infer<typeof stored>

const toEncrypt = z.strictObject({ plaintext: z.base64(), context: z.string() })
const toDecrypt = z.strictObject({ ciphertext: z.base64(), version: z.string(), context: z.string() })

/**
 * A key management service: `POST /kms/keys/<name>/encrypt|decrypt|rotate|retire`. Keys never leave it; the context is
 * additional authenticated data. Any token encrypts under any key; a token says itself what more it may, for that is
 * what a simulator can check: the names of the keys it decrypts with, and `admin` for rotating and retiring.
 */
export async function kmsService(directory: string): Promise<Service> {
  const file = join(directory, 'kms.json')
  const keys: Stored = stored.parse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')))
  const effects: Effect[] = []
  let saving: Promise<void> = Promise.resolve()

  async function save(name: string, verb: string, id: string): Promise<void> {
    effects.push({ at: new Date().toISOString(), key: id, request: { key: name, verb }, answer: {} })
    saving = saving.then(async () => {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
      await rename(`${file}.new`, file)
    })
    await saving
  }

  async function addVersion(name: string): Promise<{ id: string; secret: string }> {
    const version = { id: randomBytes(8).toString('hex'), secret: randomBytes(32).toString('base64') }
    keys[name] = [...(keys[name] ?? []), version]
    await save(name, 'rotate', version.id)
    return version
  }

  async function encrypt(name: string, body: unknown): Promise<Outgoing> {
    const parsed = toEncrypt.safeParse(body)
    if (!parsed.success) return refusal(422, 'invalid')
    const { id, secret } = keys[name]?.at(-1) ?? (await addVersion(name))
    const iv = randomBytes(IV)
    const cipher = createCipheriv(CIPHER, Buffer.from(secret, 'base64'), iv)
    cipher.setAAD(Buffer.from(parsed.data.context))
    const text = Buffer.concat([cipher.update(parsed.data.plaintext, 'base64'), cipher.final()])
    const ciphertext = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')
    return json(200, { ciphertext, version: id })
  }

  function decrypt(name: string, body: unknown): Outgoing {
    const parsed = toDecrypt.safeParse(body)
    if (!parsed.success) return refusal(422, 'invalid')
    const { ciphertext, version, context } = parsed.data
    const key = keys[name]?.find(({ id }) => id === version)
    if (key === undefined) return refusal(404, 'no-such-key')
    const bytes = Buffer.from(ciphertext, 'base64')
    try {
      const decipher = createDecipheriv(CIPHER, Buffer.from(key.secret, 'base64'), bytes.subarray(0, IV))
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
      const plaintext = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()])
      return json(200, { plaintext: plaintext.toString('base64') })
    } catch {
      return refusal(400, 'not-decryptable')
    }
  }

  async function retire(name: string): Promise<Outgoing> {
    const known = keys[name] ?? []
    keys[name] = known.slice(-1)
    await save(name, 'retire', known.at(-1)?.id ?? '')
    return json(200, { retired: Math.max(known.length - 1, 0) })
  }

  return {
    effects: () => effects,
    close: () => saving,
    handle: async ({ method, path, body, token }: Incoming) => {
      const [collection, name, verb, ...rest] = path
      if (collection !== 'keys' || name === undefined || verb === undefined || rest.length > 0) {
        return refusal(404, 'no-such-address')
      }
      if (method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
      if (token === undefined) return refusal(401, 'no-token')
      const may = token.split(' ')
      if (verb === 'encrypt') return encrypt(name, body)
      if (verb === 'decrypt') {
        return may.includes(name) ? decrypt(name, body) : refusal(403, 'forbidden')
      }
      if (verb !== 'rotate' && verb !== 'retire') return refusal(404, 'no-such-address')
      if (!may.includes('admin')) return refusal(403, 'forbidden')
      return verb === 'rotate' ? json(200, { version: (await addVersion(name)).id }) : retire(name)
    },
  }
}
