import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { z } from 'zod'
import type { HttpRequest } from '../http/exchange.js'
import { fieldErrors } from '../http/field-errors.js'
import { Problem } from '../http/problem.js'

/** The header under which a repeated command gets the first answer. */
export const KEY_HEADER = 'Idempotency-Key'

/** A key of the client's own choice: printable, without spaces. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,100}$/)

/** Parameter: the command's key, if the client gave one. */
export const IdempotencyKey = createParamDecorator(
  (_: undefined, context: ExecutionContext): string | undefined => {
    const key = context.switchToHttp().getRequest<HttpRequest>().headers[KEY_HEADER.toLowerCase()]
    if (key === undefined) return undefined
    const parsed = idempotencyKey.safeParse(key)
    if (parsed.success) return parsed.data
    throw new Problem('input-invalid', { errors: fieldErrors(parsed.error.issues, KEY_HEADER) })
  },
)
