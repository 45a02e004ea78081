import type { TaskDefinition } from '@brobygger/domain/tasks'
import type { Json } from '@brobygger/vault'
import { z } from 'zod'

const cache = new Map<string, Record<string, Json>>()

/** The form of a task as JSON Schema draft 2020-12, as it is filled in. Rules between fields are not in it. */
export function formSchema({ kind, form, title }: TaskDefinition): Record<string, Json> {
  const known = cache.get(kind)
  if (known !== undefined) return known
  const schema = z.toJSONSchema(form, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' })
  // Through JSON, which is what it becomes: zod keeps a function of its own beside the schema.
  const made = JSON.parse(JSON.stringify({ ...schema, title: title.da })) as Record<string, Json>
  cache.set(kind, made)
  return made
}
