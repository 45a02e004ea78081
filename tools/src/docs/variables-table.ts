import { repositoryFolder, variableNames, variables, type Variable } from '@brobygger/config'
import { z } from 'zod'
import { code, markdownTable } from './markdown-table.js'

/** Every environment variable, as `libs/config` parses it. */
export function variablesTable(): string {
  const rows = variableNames.map(name => [
    code(name),
    variables[name].description,
    values(name),
    fallback(name),
  ])
  return markdownTable(['variable', 'what it is', 'values', 'default'], rows)
}

/** The values a variable may take, where they are a closed list. */
function values(name: Variable): string {
  const schema = z.toJSONSchema(variables[name].value, { io: 'input', unrepresentable: 'any' })
  return (schema.enum ?? []).map(value => code(String(value))).join(', ')
}

function fallback(name: Variable): string {
  const spec = variables[name]
  if ('development' in spec) {
    return `${code(spec.development.replace(`${repositoryFolder}/`, ''))} in development; production must set it`
  }
  const parsed = spec.value.safeParse(undefined)
  return parsed.success && parsed.data !== undefined ? code(String(parsed.data)) : ''
}
