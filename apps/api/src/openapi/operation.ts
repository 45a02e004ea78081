import { SetMetadata } from '@nestjs/common'
import type { z } from 'zod'
import type { ProblemCode } from '../http/problems.js'

/** One way in which an operation succeeds. */
export interface Success {
  readonly description: string
  /** Shape of the JSON body; text/plain where it is left out, nothing where a Location sends on. */
  readonly schema?: z.ZodType
  /** What each header says. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What the document says of an operation beyond its route and the schemas of its parameters. */
export interface OperationFacts {
  /** Unique name, for generated clients. */
  readonly id: string
  readonly summary: string
  readonly description?: string
  readonly successes: Readonly<Record<number, Success>>
  /** Problems of this operation; those that follow from route, body and guard are added. */
  readonly problems?: readonly ProblemCode[]
  /** Whether it takes an Idempotency-Key. */
  readonly keyed?: boolean
  /** Whether it shows what only some may see; every GET does that is not open, unless this says no. */
  readonly shows?: boolean
}

/** Whether an operation shows what only some may see: then it is answered only when the access log has it. */
export function showsContent(args: {
  facts: OperationFacts | undefined
  method: string
  open: boolean
}): boolean {
  const { facts, method, open } = args
  return facts?.shows ?? (!open && ['GET', 'HEAD'].includes(method))
}

export const OPERATION = 'brobygger:operation'

/** Documents a handler. Every handler has one: the document is made from them. */
export const Operation = (facts: OperationFacts): MethodDecorator => SetMetadata(OPERATION, facts)
