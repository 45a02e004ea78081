import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inRound } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { roundId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { roundDetail, roundPage, roundReceipt } from './round-shapes.js'
import { RoundsService } from './rounds.service.js'
import { roundsQuery, startRound, type RoundsQuery, type StartRound } from './visit-bodies.js'

const headers = {
  Location: 'Address of the round',
  'Idempotent-Replay': '`true` when this is the answer to an earlier one',
}

@Controller('visit-rounds')
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Access('startRound')
  @Post()
  @Operation({
    id: 'startVisitRound',
    summary: 'Start a practice round of visits to the institutions of a cluster',
    description: 'Real rounds are opened by a schedule, one for each cluster and quarter.',
    keyed: true,
    successes: {
      201: { description: 'Started: the team leader weighs the need', schema: roundReceipt, headers },
      202: { description: 'Started; it will be there in a moment', schema: roundReceipt, headers },
    },
    problems: ['cluster-unknown', 'command-running', 'storage-unavailable', 'engine-unavailable'],
  })
  start(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: startRound }) body: StartRound,
  ) {
    return this.rounds.start(caller, key, body)
  }

  @Access('listRounds')
  @Get()
  @Operation({
    id: 'listVisitRounds',
    summary: 'Rounds of visits, the latest first',
    successes: { 200: { description: 'A page of rounds', schema: roundPage } },
    problems: ['storage-unavailable'],
  })
  list(@Caller() caller: Person, @Query({ schema: roundsQuery }) query: RoundsQuery) {
    return this.rounds.list(caller, query)
  }

  @Access('readRound', inRound())
  @Get(':id')
  @Operation({
    id: 'getVisitRound',
    summary: 'A round: weights and why, the plan, and every visit with agenda, attendance and enquiries',
    successes: { 200: { description: 'The round', schema: roundDetail } },
    problems: ['case-unknown', 'round-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('id', { schema: roundId }) id: string) {
    return this.rounds.one(caller, id)
  }
}
