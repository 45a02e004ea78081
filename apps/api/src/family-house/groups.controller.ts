import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inGroup } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import { groupId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import {
  capacityBody,
  groupsQuery,
  openGroup,
  putFirstBody,
  takePlaceBody,
  type CapacityBody,
  type GroupsQuery,
  type OpenGroup,
  type PutFirstBody,
  type TakePlaceBody,
} from './family-house-bodies.js'
import { groupDetail, groupList, groupReceipt } from './group-shapes.js'
import { GroupsService } from './groups.service.js'

const headers = {
  Location: 'Address of the group',
  'Idempotent-Replay': '`true` when this is the answer to an earlier one',
}

@Controller('family-house/groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Access('openGroup')
  @Post()
  @Operation({
    id: 'openGroup',
    summary: 'Open a group of the family house, with its places',
    keyed: true,
    successes: {
      201: { description: 'Opened', schema: groupReceipt, headers },
      202: { description: 'It will be there in a moment', schema: groupReceipt, headers },
    },
    problems: ['command-running', 'storage-unavailable', 'engine-unavailable'],
  })
  open(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: openGroup }) body: OpenGroup,
  ) {
    return this.groups.open(caller, key, body)
  }

  @Access('listGroups')
  @Get()
  @Operation({
    id: 'listGroups',
    summary: 'Groups of the family house, with places and waiting lists',
    successes: { 200: { description: 'The groups, the oldest first', schema: groupList } },
    problems: ['storage-unavailable'],
  })
  list(@Caller() caller: Person, @Query({ schema: groupsQuery }) query: GroupsQuery) {
    return this.groups.list(caller, query)
  }

  @Access('readGroup', inGroup())
  @Get(':id')
  @Operation({
    id: 'getGroup',
    summary: 'A group: who has a place, who waits in which order, and why anybody came before others',
    successes: { 200: { description: 'The group', schema: groupDetail } },
    problems: ['case-unknown', 'group-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('id', { schema: groupId }) id: string) {
    return this.groups.one(caller, id)
  }

  @Access('takePlace', inGroup())
  @Post(':id/places')
  @HttpCode(200)
  @Operation({
    id: 'takePlace',
    summary: 'Take a free place for a family',
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'process-unknown', 'group-full', 'group-closed', 'already-placed'],
  })
  takePlace(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: groupId }) id: string,
    @Body({ schema: takePlaceBody }) body: TakePlaceBody,
  ) {
    return this.groups.takePlace({ caller, key, group: id, body })
  }

  @Access('takePlace', inGroup())
  @Post(':id/first')
  @HttpCode(200)
  @Operation({
    id: 'putFirst',
    summary:
      'Give a family the next place although others have waited longer, for a reason that is written down',
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'process-unknown', 'group-closed', 'already-placed'],
  })
  putFirst(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: groupId }) id: string,
    @Body({ schema: putFirstBody }) body: PutFirstBody,
  ) {
    return this.groups.putFirst({ caller, key, group: id, body })
  }

  @Access('setCapacity', inGroup())
  @Post(':id/capacity')
  @HttpCode(200)
  @Operation({
    id: 'setCapacity',
    summary: 'Change how many families there is room for; more room goes to those who wait',
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'process-unknown', 'group-closed', 'capacity-below-taken'],
  })
  setCapacity(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: groupId }) id: string,
    @Body({ schema: capacityBody }) body: CapacityBody,
  ) {
    return this.groups.setCapacity({ caller, key, group: id, body })
  }
}
