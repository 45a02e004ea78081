import { AccessLog } from '@brobygger/access-log'
import type { ConfigWith } from '@brobygger/config'
import { connect, type Connection } from '@brobygger/database'
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { CONFIG } from '../tokens.js'
import { AccessRecorder } from './access-recorder.js'

/** Most connections for the log: each is held for one insert, and never waits for another. */
const CONNECTIONS = 8

const LOG_CONNECTION = Symbol('log connection')

/** The access log. Connects when first used, beside the connections for everything else. */
@Module({
  providers: [
    {
      provide: LOG_CONNECTION,
      inject: [CONFIG],
      useFactory: (config: ConfigWith<'DATABASE_URL'>) =>
        connect({ url: config.DATABASE_URL, max: CONNECTIONS }),
    },
    {
      provide: AccessLog,
      inject: [LOG_CONNECTION],
      useFactory: ({ pool }: Connection) => new AccessLog({ db: pool }),
    },
    AccessRecorder,
  ],
  exports: [AccessLog, AccessRecorder],
})
export class AccessLogModule implements OnApplicationShutdown {
  constructor(@Inject(LOG_CONNECTION) private readonly connection: Connection) {}

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close()
  }
}
