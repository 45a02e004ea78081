import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inTask } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import { taskId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { draftSaved, taskDetail, worklistPage } from './task-answers.js'
import {
  answerBody,
  assignBody,
  draftBody,
  worklistQuery,
  type AnswerBody,
  type AssignBody,
  type WorklistQuery,
} from './task-bodies.js'
import { TasksService } from './tasks.service.js'

const reading = ['case-unknown', 'task-not-found', 'conflict-of-interest', 'storage-unavailable'] as const

@Controller()
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Access('listWork')
  @Get('worklist')
  @Operation({
    id: 'getWorklist',
    summary: 'Open tasks, the most urgent first',
    successes: { 200: { description: 'A page of tasks', schema: worklistPage } },
    problems: ['storage-unavailable'],
  })
  worklist(@Caller() caller: Person, @Query({ schema: worklistQuery }) query: WorklistQuery) {
    return this.tasks.worklist(caller, query)
  }

  @Access('readTask', inTask())
  @Get('tasks/:id')
  @Operation({
    id: 'getTask',
    summary: "A task with its form and the asker's own draft",
    successes: { 200: { description: 'The task', schema: taskDetail } },
    problems: reading,
  })
  one(@Caller() caller: Person, @Param('id', { schema: taskId }) id: string) {
    return this.tasks.one(caller, id)
  }

  @Access('answerTask', inTask())
  @Put('tasks/:id/draft')
  @Operation({
    id: 'saveDraft',
    summary: 'Keep an unfinished answer',
    successes: { 200: { description: 'Kept, for the asker alone', schema: draftSaved } },
    problems: [...reading, 'task-not-open'],
  })
  saveDraft(
    @Caller() caller: Person,
    @Param('id', { schema: taskId }) id: string,
    @Body({ schema: draftBody }) body: AnswerBody,
  ) {
    return this.tasks.saveDraft(caller, id, body)
  }

  @Access('answerTask', inTask())
  @Post('tasks/:id/complete')
  @HttpCode(200)
  @Operation({
    id: 'completeTask',
    summary: 'Answer a task',
    keyed: true,
    successes: commandSuccesses,
    problems: [
      ...commandProblems,
      'task-not-found',
      'entry-unknown',
      'kind-not-covered',
      'basis-missing',
      'address-not-looked-for',
      'log-unavailable',
      'group-unknown',
      'group-closed',
      'institution-unknown',
      'task-not-open',
      'staff-unknown',
      'staff-conflicted',
    ],
  })
  complete(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: taskId }) id: string,
    @Body({ schema: answerBody }) body: AnswerBody,
  ) {
    return this.tasks.complete({ caller, key, task: id, body })
  }

  @Access('assignTask', inTask())
  @Post('tasks/:id/assign')
  @HttpCode(200)
  @Operation({
    id: 'assignTask',
    summary: 'Give a task to a colleague',
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'task-not-open', 'staff-unknown', 'staff-conflicted'],
  })
  assign(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: taskId }) id: string,
    @Body({ schema: assignBody }) body: AssignBody,
  ) {
    return this.tasks.assign({ caller, key, task: id, body })
  }
}
