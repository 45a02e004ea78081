import type { Registry } from '@brobygger/telemetry'
import { Controller, Get, Header, Inject } from '@nestjs/common'
import { Operation } from '../openapi/operation.js'
import { Open } from '../person/open.js'
import { METRICS } from '../tokens.js'
import { alive, HealthService, readiness } from './health.service.js'

@Controller()
@Open()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    @Inject(METRICS) private readonly registry: Registry,
  ) {}

  @Get('health/live')
  @Operation({
    id: 'isLive',
    summary: 'Whether the API runs',
    successes: { 200: { description: 'It does', schema: alive } },
  })
  live() {
    return { status: 'live' }
  }

  @Get('health/ready')
  @Operation({
    id: 'isReady',
    summary: 'Whether the API and each part it needs can work',
    successes: {
      200: { description: 'All can', schema: readiness },
      503: { description: 'Some cannot', schema: readiness },
    },
  })
  ready() {
    return this.health.ready()
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Operation({
    id: 'getMetrics',
    summary: 'Metrics for Prometheus',
    successes: { 200: { description: 'The metrics' } },
  })
  metrics() {
    return this.registry.metrics()
  }
}
