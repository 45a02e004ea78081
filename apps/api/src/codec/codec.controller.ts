import { codecBody, decodePayloads, type CodecBody, type KeyRing } from '@brobygger/codec'
import type { Config } from '@brobygger/config'
import { administrationOfNamespace, type Administration } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import { supervises, type Municipality } from '@brobygger/domain/organisation'
import { Body, Controller, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common'
import { Access } from '../access/access.js'
import { ofNamespace } from '../access/targets.js'
import { Counter, type Registry } from '@brobygger/telemetry'
import type { HttpRequest } from '../http/exchange.js'
import { fieldProblem, Problem } from '../http/problem.js'
import { bearerOf } from '../login/bearer.js'
import { TokenCheck } from '../login/token-check.js'
import { Operation } from '../openapi/operation.js'
import { Open } from '../person/open.js'
import { Staff } from '../person/staff.js'
import { CONFIG, KEYS, METRICS, MUNICIPALITY } from '../tokens.js'

/** Decodes payloads for supervisors in Temporal UI, with the keys of the namespace they look at. */
@Controller('codec')
@Open()
export class CodecController {
  private readonly refused: Counter

  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'BROBYGGER_MODE' | 'TEMPORAL_AUDIENCE' | 'TEMPORAL_UI_URL'>,
    @Inject(KEYS) private readonly keys: KeyRing,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
    private readonly staff: Staff,
    private readonly tokens: TokenCheck,
    @Inject(METRICS) registry: Registry,
  ) {
    this.refused = new Counter({
      name: 'brobygger_codec_refused_total',
      help: 'Payloads that could not be decoded for Temporal UI, by reason',
      labelNames: ['code'],
      registers: [registry],
    })
  }

  @Access('decode', ofNamespace('x-namespace'))
  @Post('decode')
  @HttpCode(200)
  @Operation({
    id: 'decodePayloads',
    summary: 'Decode payloads for Temporal UI',
    description:
      'The remote codec of Temporal UI: payloads in JSON, the namespace in `X-Namespace`. Only those who lead in the administration whose namespace it is, by the token that Temporal UI holds for them; plain development asks for none.',
    successes: { 200: { description: 'The payloads, decoded where they can be', schema: codecBody } },
    problems: [
      'login-required',
      'origin-refused',
      'token-expired',
      'token-invalid',
      'assurance-too-low',
      'person-unknown',
      'access-denied',
      'login-unavailable',
    ],
    shows: true,
  })
  async decode(
    @Req() request: HttpRequest,
    @Headers('x-namespace') namespace: string | undefined,
    @Headers('origin') origin: string | undefined,
    @Body({ schema: codecBody }) body: CodecBody,
  ): Promise<CodecBody> {
    if (origin !== undefined && origin !== originOf(this.config.TEMPORAL_UI_URL))
      throw new Problem('origin-refused')
    const place = placeOf(namespace)
    if (this.config.BROBYGGER_MODE !== 'development') await this.admit(request, place.owner)
    const ring = this.keys.forAdministration(place.owner, contractNames)
    const { body: decoded, refused } = await decodePayloads(body, { namespace: place.namespace, ring })
    for (const code of refused) this.refused.inc({ code })
    return decoded
  }

  /** Lets in who leads in the administration; the request says from now on who that is. */
  private async admit(request: HttpRequest, owner: Administration): Promise<void> {
    const token = bearerOf(request)
    if (token === undefined) throw new Problem('login-required')
    const { person, assurance } = await this.tokens.check(token, this.config.TEMPORAL_AUDIENCE)
    const member = this.staff.employed(person)
    if (member === undefined) throw new Problem('person-unknown')
    request.caller = member
    request.login = { assurance, via: 'token' }
    if (!supervises(this.municipality, person).includes(owner)) throw new Problem('access-denied')
  }
}

/** The namespace, and the administration whose it is. */
function placeOf(namespace: string | undefined): { namespace: string; owner: Administration } {
  const owner = administrationOfNamespace(namespace)
  if (namespace === undefined || owner === undefined) throw fieldProblem('input-invalid', 'X-Namespace')
  return { namespace, owner }
}

const originOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : new URL(url).origin
