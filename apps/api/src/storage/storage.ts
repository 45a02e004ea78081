import type { Connection, Db } from '@brobygger/database'
import type { Vault } from '@brobygger/vault'
import type { OpenedVault } from './open-vault.js'

/** Where things are kept: the read model and event log, and the vault for every free text. */
export class Storage {
  readonly db: Db

  constructor(
    private readonly connection: Connection,
    private readonly opened: OpenedVault,
  ) {
    this.db = connection.db
  }

  get vault(): Vault {
    return this.opened.vault
  }

  async close(): Promise<void> {
    await Promise.all([this.connection.close(), this.opened.close()])
  }
}
