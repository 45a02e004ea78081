export { ConfigError, type ConfigProblem } from './config-error.js'
export { type Config, type ConfigWith, loadConfig, schema } from './load-config.js'
export { repositoryFolder } from './repository.js'
export { type Variable, variableNames, variables } from './variables.js'
