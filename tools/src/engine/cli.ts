import type { Environment } from '../environment.js'
import { outputOf } from './run-for-output.js'
import { isAtLeast, oldestServer } from './versions.js'

/**
 * Looks at a `temporal` CLI, which holds a server and the UI.
 *
 * @returns the server's version, or why it cannot be used
 */
export async function inspectCli(
  env: Environment,
  binary: string,
): Promise<{ version: string } | { refused: string }> {
  const output = await outputOf(env, binary, '--version')
  if (output === undefined) return { refused: `no ${binary} command` }
  const version = /\(Server (\d+\.\d+\.\d+)/i.exec(output)?.[1]
  if (version === undefined) return { refused: `${binary} does not say which server it holds` }
  if (!isAtLeast(version, oldestServer)) {
    return { refused: `${binary} holds server ${version}; ${oldestServer} or newer is needed` }
  }
  return { version }
}
