import { Controller, Get, Param } from '@nestjs/common'
import { z } from 'zod'
import { Problem } from '../http/problem.js'
import { isProblemCode, problemCodes, problems } from '../http/problems.js'
import { problemCode } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Open } from '../person/open.js'
import { label } from '../shapes/common.js'

const kind = z
  .object({ type: z.string(), code: z.string(), status: z.int(), title: label, detail: label })
  .meta({ id: 'ProblemKind' })

/** Documents the problems, each at the address that is its type. */
@Controller('problems')
@Open()
export class ProblemsController {
  @Get()
  @Operation({
    id: 'listProblems',
    summary: 'Every problem the API answers with',
    successes: { 200: { description: 'The problems', schema: z.object({ items: z.array(kind) }) } },
  })
  all() {
    return {
      items: problemCodes.map(entry => ({ type: `/api/problems/${entry}`, code: entry, ...problems[entry] })),
    }
  }

  @Get(':code')
  @Operation({
    id: 'getProblem',
    summary: 'What a problem means, and what to do next',
    successes: { 200: { description: 'The problem', schema: kind } },
    problems: ['problem-unknown'],
  })
  one(@Param('code', { schema: problemCode }) asked: string) {
    if (!isProblemCode(asked)) throw new Problem('problem-unknown')
    return { type: `/api/problems/${asked}`, code: asked, ...problems[asked] }
  }
}
