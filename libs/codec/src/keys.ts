import { createSecretKey, type KeyObject } from 'node:crypto'
import type { KeyFile } from './key-file.js'
import { isPurpose, type Purpose } from './purposes.js'

/** One version of a key. `secret` is a key object, which prints nothing of itself. */
export interface Key {
  /** 16 hex digits, random. */
  readonly id: string
  readonly purpose: Purpose
  readonly secret: KeyObject
  /** Whether payloads under it are bound to the execution they belong to. */
  readonly binds: boolean
}

/** The keys of a key file as it was when it was read. */
export class Keys {
  private readonly keysById: ReadonlyMap<string, Key>
  private readonly newestByPurpose: ReadonlyMap<Purpose, Key>

  constructor(file: KeyFile) {
    const keys = Object.entries(file.keys).flatMap(([purpose, versions]) =>
      isPurpose(purpose)
        ? (versions ?? []).map(({ id, secret, binds }) => ({
            id,
            purpose,
            secret: createSecretKey(Buffer.from(secret, 'base64')),
            binds: binds ?? false,
          }))
        : [],
    )
    this.keysById = new Map(keys.map(key => [key.id, key]))
    // Oldest version first: the last one stays.
    this.newestByPurpose = new Map(keys.map(key => [key.purpose, key]))
  }

  byId(id: string): Key | undefined {
    return this.keysById.get(id)
  }

  newest(purpose: Purpose): Key | undefined {
    return this.newestByPurpose.get(purpose)
  }
}
