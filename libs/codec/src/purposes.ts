/**
 * What a key is for. One purpose may have several versions of its key: the newest encrypts, all decrypt.
 * - `master`: the vault
 * - `administration:<id>`: everything an administration keeps in its own namespace
 * - `transit:<contract>:<sender>`: what one administration sends under one contract
 */
export type Purpose = 'master' | `administration:${string}` | `transit:${string}:${string}`

/** The vault's key. */
export const MASTER: Purpose = 'master'

/** Key of an administration's own payloads. */
export const administrationPurpose = (administration: string): Purpose => `administration:${administration}`

/** Key of what `sender` sends under `contract`. */
export const transitPurpose = (contract: string, sender: string): Purpose => `transit:${contract}:${sender}`

const NAME = '[a-z][a-z0-9-]*'
const TRANSIT = new RegExp(`^transit:(${NAME}):(${NAME})$`)
const PURPOSE = new RegExp(`^(master|administration:${NAME}|transit:${NAME}:${NAME})$`)

/** Contract and sender of a transit key, `undefined` for every other key. */
export function transitOf(purpose: Purpose): { contract: string; sender: string } | undefined {
  const [, contract, sender] = TRANSIT.exec(purpose) ?? []
  return contract === undefined || sender === undefined ? undefined : { contract, sender }
}

/** Whether a text names a purpose. */
export const isPurpose = (text: string): text is Purpose => PURPOSE.test(text)
