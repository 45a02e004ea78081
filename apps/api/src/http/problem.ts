import { problems, type ProblemCode } from './problems.js'

/** What is wrong with one field. Never holds the value that was sent. */
export interface FieldError {
  /** Place in the body, e.g. `givers.0.giver`; a header's name; empty for the whole. */
  readonly field: string
  readonly code: string
  /** In Danish, for whoever fills in the form. */
  readonly message: string
}

/** The body of an error as RFC 9457 has it. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  readonly instance?: string
  readonly errors?: readonly FieldError[]
}

/** An answer that is a problem. Thrown anywhere, written by the one filter. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    readonly code: ProblemCode,
    readonly more: {
      readonly errors?: readonly FieldError[]
      readonly headers?: Readonly<Record<string, string>>
      readonly cause?: unknown
    } = {},
  ) {
    super(code, { cause: more.cause })
  }

  get status(): number {
    return problems[this.code].status
  }
}

/** A problem with one field. */
export function fieldProblem(code: ProblemCode, field: string): Problem {
  return new Problem(code, { errors: [{ field, code, message: problems[code].title.da }] })
}

/** The body of a problem. `instance` names this one occurrence, where the log can be searched for it. */
export function problemBody({ code, more }: Problem, instance?: string): ProblemBody {
  const { status, title, detail } = problems[code]
  return {
    type: `/api/problems/${code}`,
    title: title.da,
    status,
    detail: detail.da,
    code,
    ...(instance === undefined ? {} : { instance }),
    ...(more.errors === undefined ? {} : { errors: more.errors }),
  }
}
