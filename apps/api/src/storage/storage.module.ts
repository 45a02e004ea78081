import type { KeyRing } from '@brobygger/codec'
import { connect } from '@brobygger/database'
import { runningIn, type Municipality } from '@brobygger/domain/organisation'
import { Module, type OnApplicationShutdown } from '@nestjs/common'
import { CONFIG, KEYS, MUNICIPALITY } from '../tokens.js'
import { openVault, type VaultConfig } from './open-vault.js'
import { Storage } from './storage.js'

/** Most connections of one API process. */
const CONNECTIONS = 20

/** The database and the vault. Connects when first used. */
@Module({
  providers: [
    {
      provide: Storage,
      inject: [CONFIG, KEYS, MUNICIPALITY],
      useFactory: (
        config: VaultConfig & { DATABASE_URL: string },
        ring: KeyRing,
        municipality: Municipality,
      ) =>
        new Storage(
          connect({ url: config.DATABASE_URL, max: CONNECTIONS }),
          openVault(config, ring, runningIn(municipality)),
        ),
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
