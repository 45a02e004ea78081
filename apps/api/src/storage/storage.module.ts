import type { KeyRing } from '@brobygger/codec'
import type { ConfigWith } from '@brobygger/config'
import { connect } from '@brobygger/database'
import { Vault } from '@brobygger/vault'
import { Module, type OnApplicationShutdown } from '@nestjs/common'
import { CONFIG, KEYS } from '../tokens.js'
import { Storage } from './storage.js'

/** Most connections of one API process. */
const CONNECTIONS = 20

/** The database and the vault. Connects when first used. */
@Module({
  providers: [
    {
      provide: Storage,
      inject: [CONFIG, KEYS],
      useFactory: (config: ConfigWith<'DATABASE_URL'>, ring: KeyRing) => {
        const connection = connect({ url: config.DATABASE_URL, max: CONNECTIONS })
        return new Storage(connection, new Vault({ db: connection.pool, ring }))
      },
    },
  ],
  exports: [Storage],
})
export class StorageModule implements OnApplicationShutdown {
  constructor(private readonly storage: Storage) {}

  async onApplicationShutdown(): Promise<void> {
    await this.storage.close()
  }
}
