import type { Connection, Db } from '@brobygger/database'
import type { Vault } from '@brobygger/vault'

/** Where things are kept: the read model and event log, and the vault for every free text. */
export class Storage {
  readonly db: Db

  constructor(
    private readonly connection: Connection,
    readonly vault: Vault,
  ) {
    this.db = connection.db
  }

  async close(): Promise<void> {
    await this.connection.close()
  }
}
