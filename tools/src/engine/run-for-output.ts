import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Environment } from '../environment.js'

/** Output of a short command such as `temporal --version`; undefined when it is not there or fails. */
export async function outputOf(
  env: Environment,
  command: string,
  ...args: string[]
): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(command, args, { timeout: 20_000, env: { ...env } })
    return stdout
  } catch {
    return undefined
  }
}
