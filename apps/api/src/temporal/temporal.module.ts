import { dataConverter, type KeyRing } from '@brobygger/codec'
import type { Config } from '@brobygger/config'
import { namespaceOf } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import { runningIn, type Municipality } from '@brobygger/domain/organisation'
import { temporalAccess, type TemporalAccess } from '@brobygger/temporal'
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { Client, Connection } from '@temporalio/client'
import { CONFIG, KEYS, MUNICIPALITY } from '../tokens.js'
import { Clients } from './clients.js'
import { Engine } from './engine.js'
import { OpenProcess } from './open-process.js'

/** How the API gets to the Temporal server. */
const ACCESS = Symbol('access to Temporal')

/** One connection, and a client per namespace with that administration's keys. Connects when first used. */
@Module({
  providers: [
    { provide: ACCESS, inject: [CONFIG], useFactory: (config: Config) => temporalAccess(config) },
    {
      provide: Connection,
      inject: [ACCESS],
      useFactory: ({ address, tls, token }: TemporalAccess) =>
        Connection.lazy({
          address,
          ...(tls === undefined ? {} : { tls }),
          // Asked with each call: the token is renewed while the API runs.
          ...(token === undefined ? {} : { apiKey: () => token.current }),
        }),
    },
    {
      provide: Clients,
      inject: [Connection, KEYS, MUNICIPALITY],
      useFactory: (connection: Connection, keys: KeyRing, municipality: Municipality) =>
        new Clients(
          runningIn(municipality).flatMap(administration =>
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
  constructor(
    private readonly connection: Connection,
    @Inject(ACCESS) private readonly access: TemporalAccess,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    this.access.token?.stop()
    await this.connection.close()
  }
}
