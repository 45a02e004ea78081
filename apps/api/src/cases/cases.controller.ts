import { Controller, Get, Param, Query } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { caseFileShape } from '../shapes/case.js'
import { casePage, eventPage, responsibleAnswer } from './case-answers.js'
import {
  casesQuery,
  eventsQuery,
  responsibleQuery,
  type CasesQuery,
  type EventsQuery,
  type ResponsibleQuery,
} from './case-queries.js'
import { CasesService } from './cases.service.js'

const problems = ['case-unknown', 'conflict-of-interest', 'storage-unavailable'] as const

@Controller('cases')
export class CasesController {
  constructor(private readonly cases: CasesService) {}

  @Access('listCases')
  @Get()
  @Operation({
    id: 'listCases',
    summary: 'Cases, the latest raised first',
    successes: { 200: { description: 'A page of cases', schema: casePage } },
    problems: ['storage-unavailable'],
  })
  list(@Caller() caller: Person, @Query({ schema: casesQuery }) query: CasesQuery) {
    return this.cases.list(caller, query)
  }

  @Access('readCase', inCase())
  @Get(':id')
  @Operation({
    id: 'getCase',
    summary: 'A case with everything that belongs to it',
    successes: { 200: { description: 'The case', schema: caseFileShape } },
    problems,
  })
  one(@Caller() caller: Person, @Param('id', { schema: caseId }) id: string) {
    return this.cases.one(caller, id)
  }

  @Access('readEvents', inCase())
  @Get(':id/events')
  @Operation({
    id: 'listEvents',
    summary: 'What happened in a case, in the order it was recorded',
    successes: { 200: { description: 'A page of events, with their texts', schema: eventPage } },
    problems,
  })
  events(
    @Caller() caller: Person,
    @Param('id', { schema: caseId }) id: string,
    @Query({ schema: eventsQuery }) query: EventsQuery,
  ) {
    return this.cases.events(caller, id, query)
  }

  @Access('readResponsible', inCase())
  @Get(':id/responsible')
  @Operation({
    id: 'getResponsible',
    summary: 'Who was responsible for a case at a moment',
    successes: { 200: { description: 'The one, or nobody', schema: responsibleAnswer } },
    problems,
  })
  responsible(
    @Caller() caller: Person,
    @Param('id', { schema: caseId }) id: string,
    @Query({ schema: responsibleQuery }) query: ResponsibleQuery,
  ) {
    return this.cases.responsible(caller, id, query)
  }
}
