import { type Variable, variables } from './variables.js'

export interface ConfigProblem {
  readonly name: Variable
  readonly problem: string
}

/** The environment is wrong. The message names each variable and what it is for; values stay out, some are secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(
      [
        'The configuration is wrong. Set these environment variables and start again:',
        ...problems.map(({ name, problem }) => `  ${name} ${problem} (${variables[name].description})`),
      ].join('\n'),
    )
  }
}
