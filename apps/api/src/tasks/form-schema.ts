import type { TaskDefinition } from '@brobygger/domain/tasks'
import { z } from 'zod'

type JsonValue = z.infer<ReturnType<typeof z.json>>

const cache = new Map<string, Record<string, JsonValue>>()

/** The form of a task as JSON Schema draft 2020-12, as it is filled in. Rules between fields are not in it. */
export function formSchema({ kind, form, title }: TaskDefinition): Record<string, JsonValue> {
  const known = cache.get(kind)
  if (known !== undefined) return known
  const schema = z.toJSONSchema(form, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' })
  // Through JSON, which is what it becomes: zod keeps a function of its own beside the schema.
  const made = JSON.parse(JSON.stringify({ ...schema, title: title.da })) as Record<string, JsonValue>
  cache.set(kind, made)
  return made
}
