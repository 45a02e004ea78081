import { dataConverter, type KeyRing } from '@brobygger/codec'
import type { Config } from '@brobygger/config'
import { administrations, namespaceOf } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import { Module, type OnApplicationShutdown } from '@nestjs/common'
import { Client, Connection } from '@temporalio/client'
import { CONFIG, KEYS } from '../tokens.js'
import { Clients } from './clients.js'
import { Engine } from './engine.js'
import { OpenProcess } from './open-process.js'

/** One connection, and a client per namespace with that administration's keys. Connects when first used. */
@Module({
  providers: [
    {
      provide: Connection,
      inject: [CONFIG],
      useFactory: (config: Config) => Connection.lazy({ address: config.TEMPORAL_ADDRESS }),
    },
    {
      provide: Clients,
      inject: [Connection, KEYS],
      useFactory: (connection: Connection, keys: KeyRing) =>
        new Clients(
          administrations.codes.flatMap(administration =>
            [false, true].map(practice => {
              const namespace = namespaceOf({ administration, practice })
              const ring = keys.forAdministration(administration, contractNames)
              return new Client({
                connection,
                namespace,
                dataConverter: dataConverter({ ring, administration }),
              })
            }),
          ),
        ),
    },
    Engine,
    OpenProcess,
  ],
  exports: [Connection, Clients, Engine, OpenProcess],
})
export class TemporalModule implements OnApplicationShutdown {
  constructor(private readonly connection: Connection) {}

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close()
  }
}
