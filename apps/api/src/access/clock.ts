import { Injectable } from '@nestjs/common'

/** The server's own time: access ends by it, also in practice cases whose time is played forward. */
@Injectable()
export class ServerClock {
  /** An ISO instant. */
  now(): string {
    return new Date().toISOString()
  }
}
