import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common'
import { fieldErrors } from './field-errors.js'
import { Problem } from './problem.js'

/** Parses body, query and path by the zod schema beside the parameter; a mismatch is `input-invalid`. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: issues => new Problem('input-invalid', { errors: fieldErrors(issues) }) })
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata)
    } catch (error) {
      // A part of the path is a value by itself, so its schema does not know its name.
      const { data } = metadata
      if (!(error instanceof Problem) || data === undefined) throw error
      throw new Problem(error.code, {
        errors: (error.more.errors ?? []).map(entry => ({ ...entry, field: data })),
      })
    }
  }
}
