import { z } from 'zod'
import { ConfigError } from './config-error.js'
import { type Variable, variableNames, variables } from './variables.js'

const shape = Object.fromEntries(
  variableNames.map(name => [name, variables[name].value.describe(variables[name].description)]),
) as unknown as { [N in Variable]: (typeof variables)[N]['value'] }

/** All environment variables as one zod object; names are in upper case, as in the environment. */
export const schema = z.object(shape)

export type Config = z.output<typeof schema>

/** A configuration in which the variables `N` are known to be set. */
export type ConfigWith<N extends Variable> = Config & { [K in N]-?: NonNullable<Config[K]> }

/**
 * Reads the configuration of a process.
 *
 * @param env the environment; an empty value counts as unset
 * @param needs variables without a default that this process cannot do without
 * @throws ConfigError naming every wrong or missing variable, never a value
 */
export function loadConfig<N extends Variable = never>(
  env: Readonly<Record<string, string | undefined>>,
  ...needs: N[]
): ConfigWith<N> {
  const production = env['BROBYGGER_MODE'] === 'production'
  const given = Object.fromEntries(
    variableNames.map(name => {
      const spec = variables[name]
      const fallback = production || !('development' in spec) ? undefined : spec.development
      return [name, env[name]?.trim() ? env[name].trim() : fallback]
    }),
  )
  const missing = variableNames.filter(
    name => given[name] === undefined && (needs.includes(name as N) || 'development' in variables[name]),
  )
  const parsed = schema.safeParse(given)
  const problems = [
    ...missing.map(name => ({ name, problem: production ? 'must be set in production' : 'must be set' })),
    ...(parsed.error?.issues ?? [])
      .map(issue => ({ name: issue.path[0] as Variable, problem: issue.message }))
      .filter(({ name }) => !missing.includes(name)),
  ]
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems)
  return parsed.data as ConfigWith<N>
}
