import type { Config } from '@brobygger/config'
import { beginSession, endSession, useSession } from '@brobygger/database'
import { Inject, Injectable } from '@nestjs/common'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'
import { Storage } from '../storage/storage.js'
import { CONFIG } from '../tokens.js'
import { apiUrl } from './api-url.js'
import { clearCookie, cookieOf, digestOf, newSecret, SESSION_COOKIE, setCookie } from './cookies.js'
import { checkForgery } from './csrf.js'
import type { Proven } from './proven.js'

/** Browsers that are logged in. They live in the database: any replica knows them, and a logout ends them for good. */
@Injectable()
export class Sessions {
  private readonly ownOrigin: string

  constructor(
    private readonly storage: Storage,
    @Inject(CONFIG) config: Pick<Config, 'API_URL' | 'API_PORT'>,
  ) {
    this.ownOrigin = new URL(apiUrl(config)).origin
  }

  /** Begins a session under a new secret, whatever the browser brought, and ends the one it had. @returns the cookie */
  async begin(request: HttpRequest, who: Proven): Promise<string> {
    const secret = newSecret()
    const before = cookieOf(request, SESSION_COOKIE)
    await beginSession(this.storage.db, {
      ...who,
      id: digestOf(secret),
      before: before === undefined ? null : digestOf(before),
    })
    return setCookie(SESSION_COOKIE, secret)
  }

  /**
   * Who is behind the request's cookie; undefined when it brings none.
   * @throws Problem `session-ended`, and what `checkForgery` throws
   */
  async of(request: HttpRequest): Promise<Proven | undefined> {
    const sessionSecret = cookieOf(request, SESSION_COOKIE)
    if (sessionSecret === undefined) return undefined
    const session = await useSession(this.storage.db, digestOf(sessionSecret))
    if (session === undefined) {
      throw new Problem('session-ended', { headers: { 'Set-Cookie': clearCookie(SESSION_COOKIE) } })
    }
    checkForgery(request, { sessionSecret, ownOrigin: this.ownOrigin })
    return session
  }

  /** Ends the request's session. @returns a cookie that takes the browser's away */
  async end(request: HttpRequest): Promise<string> {
    const secret = cookieOf(request, SESSION_COOKIE)
    if (secret !== undefined) await endSession(this.storage.db, digestOf(secret))
    return clearCookie(SESSION_COOKIE)
  }
}
