import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCourse } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { courseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { Open } from '../person/open.js'
import { courseDetail, coursePage, courseReceipt, curveCode, curveShape } from './course-shapes.js'
import { CoursesService } from './courses.service.js'
import { CurveCodes } from './curve-codes.service.js'
import {
  askForCourse,
  coursesQuery,
  curveBody,
  type AskForCourse,
  type CoursesQuery,
  type CurveBody,
} from './family-house-bodies.js'

const headers = {
  Location: 'Address of the course',
  'Idempotent-Replay': '`true` when this is the answer to an earlier one',
}
const reading = ['case-unknown', 'course-unknown', 'conflict-of-interest', 'storage-unavailable'] as const

@Controller('family-house')
export class CoursesController {
  constructor(
    private readonly courses: CoursesService,
    private readonly codes: CurveCodes,
  ) {}

  @Access('askForCourse')
  @Post('courses')
  @Operation({
    id: 'askForCourse',
    summary: 'A family comes to the family house: by itself, by application, or sent by reception',
    description:
      'A walk-in is anonymous and is met at once. Referrals and counselling ask over their own processes.',
    keyed: true,
    successes: {
      201: { description: "Received, and in the house's worklist", schema: courseReceipt, headers },
      202: {
        description: 'Received; it will stand in the worklist in a moment',
        schema: courseReceipt,
        headers,
      },
    },
    problems: [
      'case-unknown',
      'process-unknown',
      'conflict-of-interest',
      'command-running',
      'storage-unavailable',
      'engine-unavailable',
    ],
  })
  ask(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: askForCourse }) body: AskForCourse,
  ) {
    return this.courses.ask(caller, key, body)
  }

  @Access('listCourses')
  @Get('courses')
  @Operation({
    id: 'listCourses',
    summary: 'Courses in the family house, the latest first',
    successes: { 200: { description: 'A page of courses', schema: coursePage } },
    problems: ['storage-unavailable'],
  })
  list(@Caller() caller: Person, @Query({ schema: coursesQuery }) query: CoursesQuery) {
    return this.courses.list(caller, query)
  }

  @Access('readCourse', inCourse())
  @Get('courses/:id')
  @Operation({
    id: 'getCourse',
    summary: "A course, with the family's own curve",
    successes: { 200: { description: 'The course', schema: courseDetail } },
    problems: reading,
  })
  one(@Caller() caller: Person, @Param('id', { schema: courseId }) id: string) {
    return this.courses.one(caller, id)
  }

  @Access('makeCurveCode', inCourse())
  @Post('courses/:id/curve-code')
  @HttpCode(200)
  @Operation({
    id: 'makeCurveCode',
    shows: true,
    summary: 'A code with which the family looks at its own curve; it is shown once, and ends the one before',
    successes: { 200: { description: 'The code', schema: curveCode } },
    problems: reading,
  })
  code(@Caller() caller: Person, @Param('id', { schema: courseId }) id: string) {
    return this.codes.make(caller, id)
  }

  @Post('curve')
  @HttpCode(200)
  @Open()
  @Operation({
    id: 'lookAtCurve',
    shows: true,
    summary: 'The family looks at its own curve, by the code it was given',
    successes: { 200: { description: 'The curve', schema: curveShape } },
    problems: ['curve-code-unknown', 'course-unknown', 'storage-unavailable'],
  })
  async curve(@Body({ schema: curveBody }) { code }: CurveBody) {
    return this.courses.curve(await this.codes.courseOf(code))
  }
}
