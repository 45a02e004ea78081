import { parseArgs } from 'node:util'

/** What the start command was asked for. */
export interface StartOptions {
  readonly fresh: boolean
  readonly ui: boolean
  readonly secure: boolean
  readonly apiPort: number | undefined
  readonly uiPort: number | undefined
  readonly loginPort: number | undefined
}

/** @throws Error that names the argument that is wrong */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fresh: { type: 'boolean', default: false },
      port: { type: 'string' },
      'ui-port': { type: 'string' },
      'login-port': { type: 'string' },
      secure: { type: 'boolean', default: false },
      'no-ui': { type: 'boolean', default: false },
    },
  })
  return {
    fresh: values.fresh,
    ui: !values['no-ui'],
    secure: values.secure,
    apiPort: portOf('--port', values.port),
    uiPort: portOf('--ui-port', values['ui-port']),
    loginPort: portOf('--login-port', values['login-port']),
  }
}

function portOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`${option} takes a number from 1 to 65535`)
  return port
}
