import { StandardSchemaValidationPipe } from '@nestjs/common'
import { fieldErrors } from './field-errors.js'
import { Problem } from './problem.js'

/** Parses body, query and path by the zod schema beside the parameter; a mismatch is `input-invalid`. */
export const validationPipe = new StandardSchemaValidationPipe({
  exceptionFactory: issues => new Problem('input-invalid', { errors: fieldErrors(issues) }),
})
