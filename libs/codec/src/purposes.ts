/**
 * What a key is for. One purpose may have several versions of its key: the newest encrypts, all decrypt.
 * - `master`: texts of the vault that were written before each administration had a master key of its own
 * - `master:<id>`: what an administration keeps in the key store, and what others grant it
 * - `administration:<id>`: everything an administration keeps in its own namespace
 * - `transit:<contract>:<sender>`: what one administration sends under one contract
 */
export type Purpose =
  'master' | `master:${string}` | `administration:${string}` | `transit:${string}:${string}`

/** Key of the texts in format 1. */
export const MASTER: Purpose = 'master'

/** Master key of an administration in the key store. */
export const masterPurpose = (administration: string): Purpose => `master:${administration}`

/** Key of an administration's own payloads. */
export const administrationPurpose = (administration: string): Purpose => `administration:${administration}`

/** Key of what `sender` sends under `contract`. */
export const transitPurpose = (contract: string, sender: string): Purpose => `transit:${contract}:${sender}`

const NAME = '[a-z][a-z0-9-]*'
const TRANSIT = new RegExp(`^transit:(${NAME}):(${NAME})$`)
const PURPOSE = new RegExp(`^(master|master:${NAME}|administration:${NAME}|transit:${NAME}:${NAME})$`)

/** Contract and sender of a transit key, `undefined` for every other key. */
export function transitOf(purpose: Purpose): { contract: string; sender: string } | undefined {
  const [, contract, sender] = TRANSIT.exec(purpose) ?? []
  return contract === undefined || sender === undefined ? undefined : { contract, sender }
}

/** Whether a key is for what Temporal stores; the others are the vault's and the key store's. */
export const isOfPayloads = (purpose: Purpose): boolean =>
  purpose !== MASTER && !purpose.startsWith('master:')

/** Whether a text names a purpose. */
export const isPurpose = (text: string): text is Purpose => PURPOSE.test(text)
