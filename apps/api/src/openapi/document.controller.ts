import { Controller, Get, Inject } from '@nestjs/common'
import { z } from 'zod'
import { Open } from '../person/open.js'
import { DOCUMENT } from '../tokens.js'
import { Operation } from './operation.js'

@Controller('openapi.json')
@Open()
export class DocumentController {
  constructor(@Inject(DOCUMENT) private readonly document: object) {}

  @Get()
  @Operation({
    id: 'getOpenApi',
    summary: 'This document',
    successes: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.unknown()) } },
  })
  get() {
    return this.document
  }
}
