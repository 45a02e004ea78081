import { z } from 'zod'
import { isVaultField } from './text.js'

type Schema = z.core.$ZodType
/** Texts by their place in the form, e.g. `actions.0.what`. */
export type Texts = Record<string, string>

/** The schema inside optional, nullable and default wrappers. */
function unwrap(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap())
  }
  return schema
}

function split(schema: Schema, value: unknown, path: string, texts: Texts): unknown {
  if (isVaultField(schema) || isVaultField(unwrap(schema))) {
    if (typeof value === 'string') texts[path] = value
    return undefined
  }
  const inner = unwrap(schema)
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item, index) => split(inner.element, item, `${path}.${index}`, texts))
  }
  if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    const shape = inner.shape as Record<string, Schema>
    const kept = Object.entries(value).flatMap(([key, item]) => {
      const field = shape[key]
      if (field === undefined) return []
      const rest = split(field, item, path === '' ? key : `${path}.${key}`, texts)
      return rest === undefined ? [] : [[key, rest] as const]
    })
    return Object.fromEntries(kept)
  }
  return value
}

/**
 * Parts a parsed form into `codes`, which a workflow may carry, and `texts`, which go to the vault.
 * The value must already have passed the schema.
 */
export function splitTexts(args: { form: z.ZodObject; value: unknown }): {
  codes: Record<string, unknown>
  texts: Texts
} {
  const texts: Texts = {}
  const codes = split(args.form, args.value, '', texts) as Record<string, unknown>
  return { codes, texts }
}
