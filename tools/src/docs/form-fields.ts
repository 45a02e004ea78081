import { z } from 'zod'
import { code } from './markdown-table.js'

type Schema = z.core.JSONSchema.JSONSchema

/** Longest content of a field that may identify somebody; longer ones are free text. */
const identifyingLength = 200

/** A line for each field of a form: name, whether it must be there, Danish title, and what it takes. */
export function formFields(form: z.ZodObject): string[] {
  const schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' })
  const required = new Set(schema.required)
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return []
    const label = [code(name), ...(required.has(name) ? ['(required)'] : []), field.title ?? '']
    return [`- ${label.join(' ').trim()}: ${kindOf(field)}${defaultOf(field)}`]
  })
}

function defaultOf({ default: value }: Schema): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return ''
  return `; ${code(typeof value === 'string' ? value : JSON.stringify(value))} when left out`
}

function kindOf(field: Schema): string {
  if (field['x-vault'] === true)
    return field.maxLength === identifyingLength ? 'identifying text (vault)' : 'text (vault)'
  if (field.enum !== undefined) return field.enum.map(value => code(String(value))).join(', ')
  if (field.const !== undefined) return code(String(field.const))
  if (field.anyOf !== undefined) return field.anyOf.map(part => kindOfPart(part)).join(', ')
  if (field.type === 'boolean') return 'yes or no'
  if (field.type === 'array') return `list of ${itemsOf(field)}`
  if (field.type === 'object') return objectOf(field)
  return field.format === 'date' ? 'date' : 'code'
}

const kindOfPart = (part: Schema | boolean): string => (typeof part === 'boolean' ? 'anything' : kindOf(part))

function itemsOf({ items }: Schema): string {
  return items === undefined || Array.isArray(items) ? 'anything' : kindOfPart(items)
}

function objectOf(field: Schema): string {
  const required = new Set(field.required)
  const parts = Object.entries(field.properties ?? {}).map(
    ([name, part]) => `${code(name)}${required.has(name) ? '' : '?'}: ${kindOfPart(part)}`,
  )
  return `(${parts.join('; ')})`
}
