import { describe, expect, it } from '@jest/globals'
import { taskKinds, taskOfKind } from '@brobygger/domain/tasks'
import { formSchema } from './form-schema.js'

describe("a task's form as JSON Schema", () => {
  it.each(taskKinds)('%s has a Danish title for every field', kind => {
    const definition = taskOfKind(kind)
    if (definition === undefined) throw new Error('unknown kind')
    const schema = formSchema(definition)
    const fields = schema['properties'] as Record<string, { title?: string }>
    const untitled = Object.entries(fields).filter(([name, field]) => {
      // Groups of fields carry titles inside.
      const isGroup = 'properties' in field
      return !isGroup && field.title === undefined && name !== 'closing' && name !== 'dutyCheck'
    })
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      title: definition.title.da,
    })
    expect(untitled.map(([name]) => name)).toEqual([])
  })
})
