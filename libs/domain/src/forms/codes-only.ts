import { z } from 'zod'
import { isVaultField } from './text.js'

type Schema = z.core.$ZodType

function withoutTexts(schema: Schema): Schema | undefined {
  if (isVaultField(schema)) return undefined
  if (schema instanceof z.ZodOptional) {
    const inner = withoutTexts(schema.unwrap())
    return inner && z.optional(inner)
  }
  if (schema instanceof z.ZodNullable) {
    const inner = withoutTexts(schema.unwrap())
    return inner && z.nullable(inner)
  }
  if (schema instanceof z.ZodDefault) {
    const inner = withoutTexts(schema.unwrap())
    return inner && z.optional(inner)
  }
  if (schema instanceof z.ZodArray) {
    const element = withoutTexts(schema.element)
    return element && z.array(element)
  }
  if (schema instanceof z.ZodObject) return codesOnly(schema)
  return schema
}

const cache = new WeakMap<Schema, z.ZodObject>()

/**
 * What is left of a form once its texts lie in the vault: the shape a workflow accepts.
 * Rules between fields are checked where the whole form is, in the API. Unknown fields are refused.
 */
export function codesOnly(form: z.ZodObject): z.ZodObject {
  const known = cache.get(form)
  if (known) return known
  const shape: Record<string, Schema> = {}
  for (const [key, field] of Object.entries<Schema>(form.shape)) {
    const kept = withoutTexts(field)
    if (kept) shape[key] = kept
  }
  const made = z.strictObject(shape) as unknown as z.ZodObject
  cache.set(form, made)
  return made
}
