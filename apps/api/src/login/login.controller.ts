import { assurance } from '@brobygger/domain/codes'
import { staffMember } from '@brobygger/domain/organisation'
import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common'
import { Access } from '../access/access.js'
import { z } from 'zod'
import type { HttpRequest } from '../http/exchange.js'
import { Reply } from '../http/reply.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { Open } from '../person/open.js'
import { cookieOf, SESSION_COOKIE } from './cookies.js'
import { CSRF_HEADER, csrfTokenOf } from './csrf.js'
import { LoginService, type Turn } from './login.service.js'
import { returnTo } from './return-to.js'
import { Sessions } from './sessions.service.js'

const beginQuery = z.object({
  returnTo: z
    .string()
    .max(500)
    .optional()
    .meta({ description: 'Path to come back to; `/api/docs` if left out' }),
})

/** What the login sends along; it is checked as a whole, with the address. */
const callbackQuery = z.looseObject({})

const me = z
  .object({
    person: z.string(),
    name: z.string(),
    affiliations: staffMember.shape.affiliations,
    assurance,
    via: z.enum(['session', 'token', 'header']),
    csrf: z
      .string()
      .nullable()
      .meta({
        description: `Sent as \`${CSRF_HEADER}\` with whatever changes something; null without a session`,
      }),
  })
  .meta({ id: 'Me' })

const loggedOut = z
  .object({
    login: z.string().nullable().meta({ description: "Where the login's own session is ended too" }),
  })
  .meta({ id: 'LoggedOut' })

/** Logging in with a browser, and out again. Programs bring a token instead. */
@Controller()
export class LoginController {
  constructor(
    private readonly login: LoginService,
    private readonly sessions: Sessions,
  ) {}

  @Get('login')
  @Open()
  @Operation({
    id: 'logIn',
    summary: 'Log in with a browser',
    successes: { 303: { description: 'To the login', headers: { Location: 'The login' } } },
    problems: ['login-unavailable', 'storage-unavailable'],
  })
  async begin(@Query({ schema: beginQuery }) query: z.infer<typeof beginQuery>) {
    return turn(await this.login.begin(returnTo(query.returnTo)))
  }

  @Get('login/callback')
  @Open()
  @Operation({
    id: 'finishLogin',
    summary: 'Come back from the login',
    successes: { 303: { description: 'To where the browser was going', headers: { Location: 'A path' } } },
    problems: [
      'login-failed',
      'assurance-too-low',
      'person-unknown',
      'login-unavailable',
      'storage-unavailable',
    ],
  })
  async finish(@Req() request: HttpRequest, @Query({ schema: callbackQuery }) _query: object) {
    return turn(await this.login.finish(request))
  }

  @Access('lookUp')
  @Get('me')
  @Operation({
    id: 'getMe',
    summary: 'Who asks, and how they proved it',
    successes: { 200: { description: 'Who asks', schema: me } },
    shows: false,
  })
  me(@Caller() person: Person, @Req() request: HttpRequest): z.infer<typeof me> {
    const secret = cookieOf(request, SESSION_COOKIE)
    const login = request.login ?? { assurance: 'low', via: 'header' }
    return {
      person: person.id,
      name: person.name,
      affiliations: person.affiliations,
      ...login,
      csrf: login.via === 'session' && secret !== undefined ? csrfTokenOf(secret) : null,
    }
  }

  @Access('logOut')
  @Post('logout')
  @HttpCode(200)
  @Operation({
    id: 'logOut',
    summary: 'Log out',
    description: 'The session ends here and now, whoever still holds its cookie.',
    successes: { 200: { description: 'Logged out', schema: loggedOut } },
    problems: ['storage-unavailable'],
  })
  async end(@Req() request: HttpRequest): Promise<Reply> {
    const cookie = await this.sessions.end(request)
    return new Reply({ login: await this.login.afterLogout() }, 200, { 'Set-Cookie': cookie })
  }
}

const turn = ({ location, cookies }: Turn): Reply =>
  new Reply(undefined, 303, { Location: location, 'Set-Cookie': cookies })
