import type { LetterNews } from '@brobygger/database'
import type { Config } from '@brobygger/config'
import { Body, Controller, Header, Headers, HttpCode, Inject, Post } from '@nestjs/common'
import { Problem } from '../http/problem.js'
import { Operation } from '../openapi/operation.js'
import { Open } from '../person/open.js'
import { CONFIG } from '../tokens.js'
import { LetterInbox } from './letter-inbox.js'
import { newsIn, taken } from './post-status.js'
import { isSigned } from './signature.js'

/** What systems outside tell us by themselves. Nobody logs in: each message is signed. */
@Controller('callbacks')
@Open()
export class CallbacksController {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'CALLBACK_SECRET'>,
    private readonly inbox: LetterInbox,
  ) {}

  @Post('letters')
  @HttpCode(200)
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Operation({
    id: 'tellOfLetter',
    summary: 'What became of a letter',
    description:
      'For the distributor of events (Beskedfordeler): `ModtagBeskedInput` with a `PKO_PostStatus`, in XML. Signed: `X-Signature: t=<unix seconds>,v1=<HMAC-SHA-256 of t.body>`, five minutes at most. The same message may come again.',
    successes: { 200: { description: 'It is kept, and need not come again' } },
    problems: ['signature-invalid', 'request-malformed', 'storage-unavailable'],
  })
  async tellOfLetter(
    @Headers('x-signature') header: string | undefined,
    @Body() body: unknown,
  ): Promise<string> {
    const secret = this.config.CALLBACK_SECRET
    if (typeof body !== 'string') throw new Problem('request-malformed')
    if (secret === undefined || !isSigned({ header, body, secret, now: new Date() })) {
      throw new Problem('signature-invalid')
    }
    const news = readNews(body)
    if (news !== null) await this.inbox.keep(news)
    return taken()
  }
}

function readNews(body: string): LetterNews | null {
  try {
    return newsIn(body)
  } catch {
    throw new Problem('request-malformed')
  }
}
