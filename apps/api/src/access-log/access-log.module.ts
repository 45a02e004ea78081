import { AccessLog, LogReader } from '@brobygger/access-log'
import type { ConfigWith } from '@brobygger/config'
import { connect, type Connection } from '@brobygger/database'
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { CONFIG } from '../tokens.js'
import { AccessRecorder } from './access-recorder.js'

/** Most connections for the log: each is held for one insert, and never waits for another. */
const CONNECTIONS = 8

/** Most connections of those who read the log: few people, now and then. */
const READER_CONNECTIONS = 3

const LOG_CONNECTION = Symbol('log connection')
const READER_CONNECTION = Symbol('log reader connection')

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
    {
      provide: READER_CONNECTION,
      inject: [CONFIG],
      useFactory: (config: ConfigWith<'LOG_READER_DATABASE_URL'>) =>
        connect({ url: config.LOG_READER_DATABASE_URL, max: READER_CONNECTIONS }),
    },
    {
      provide: LogReader,
      inject: [READER_CONNECTION],
      useFactory: ({ pool }: Connection) => new LogReader({ db: pool }),
    },
    AccessRecorder,
  ],
  exports: [AccessLog, AccessRecorder, LogReader],
})
export class AccessLogModule implements OnApplicationShutdown {
  constructor(
    @Inject(LOG_CONNECTION) private readonly connection: Connection,
    @Inject(READER_CONNECTION) private readonly readerConnection: Connection,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.connection.close(), this.readerConnection.close()])
  }
}
