import { join } from 'node:path'
import type { Environment } from '../environment.js'
import type { Say } from '../progress.js'
import { cacheFolder } from './cache-folder.js'
import { goBuild } from './go-build.js'
import { outputOf } from './run-for-output.js'
import { uiVersion } from './versions.js'

/**
 * Finds or builds Temporal UI for a server that does not bring its own.
 * The system works without it, so a failure is said and not thrown.
 *
 * @returns path of the program, or undefined
 */
export async function findUi(args: { env: Environment; say: Say }): Promise<string | undefined> {
  const binary = join(cacheFolder(args.env), `temporal-ui-${uiVersion}`, 'temporal-ui')
  const isThere = async () => (await outputOf(args.env, binary, '--version')) !== undefined
  if (await isThere()) return binary
  try {
    const source = `github.com/temporalio/ui-server/v2/cmd/server@v${uiVersion}`
    await goBuild({
      program: { title: `Temporal UI ${uiVersion}`, source, binary, cost: '30 s, once' },
      env: args.env,
      isThere,
      say: args.say,
    })
    return binary
  } catch (error) {
    args.say(`Temporal UI is left out: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
