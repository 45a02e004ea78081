import { codecBody, decodePayloads, type CodecBody, type KeyRing } from '@brobygger/codec'
import type { Config } from '@brobygger/config'
import { administrations, namespaceOf } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common'
import { Counter, type Registry } from '@brobygger/telemetry'
import { fieldProblem, Problem } from '../http/problem.js'
import { Operation } from '../openapi/operation.js'
import { Open } from '../person/open.js'
import { CONFIG, KEYS, METRICS } from '../tokens.js'

/** Decodes payloads for supervisors in Temporal UI, with the keys of the namespace they look at. */
@Controller('codec')
@Open()
export class CodecController {
  private readonly refused: Counter

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'BROBYGGER_MODE' | 'TEMPORAL_UI_URL'>,
    @Inject(KEYS) private readonly keys: KeyRing,
    @Inject(METRICS) registry: Registry,
  ) {
    this.refused = new Counter({
      name: 'brobygger_codec_refused_total',
      help: 'Payloads that could not be decoded for Temporal UI, by reason',
      labelNames: ['code'],
      registers: [registry],
    })
  }

  @Post('decode')
  @HttpCode(200)
  @Operation({
    id: 'decodePayloads',
    summary: 'Decode payloads for Temporal UI',
    description:
      'The remote codec of Temporal UI: payloads in JSON, the namespace in `X-Namespace`. Development mode only, until real login comes.',
    successes: { 200: { description: 'The payloads, decoded where they can be', schema: codecBody } },
    problems: ['login-required', 'origin-refused'],
    shows: true,
  })
  async decode(
    @Headers('x-namespace') namespace: string | undefined,
    @Headers('origin') origin: string | undefined,
    @Body({ schema: codecBody }) body: CodecBody,
  ): Promise<CodecBody> {
    this.check(origin)
    const { body: decoded, refused } = await decodePayloads(body, this.placeOf(namespace))
    for (const code of refused) this.refused.inc({ code })
    return decoded
  }

  private check(origin: string | undefined): void {
    if (this.config.BROBYGGER_MODE !== 'development') throw new Problem('login-required')
    if (origin !== undefined && origin !== originOf(this.config.TEMPORAL_UI_URL))
      throw new Problem('origin-refused')
  }

  /** The namespace, with the keys of the administration whose namespace it is. */
  private placeOf(namespace: string | undefined): { namespace: string; ring: KeyRing } {
    const owner = administrations.codes.find(code =>
      [false, true].some(practice => namespaceOf({ administration: code, practice }) === namespace),
    )
    if (namespace === undefined || owner === undefined) throw fieldProblem('input-invalid', 'X-Namespace')
    return { namespace, ring: this.keys.forAdministration(owner, contractNames) }
  }
}

const originOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : new URL(url).origin
