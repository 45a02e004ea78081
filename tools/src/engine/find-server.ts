import { join } from 'node:path'
import type { Environment } from '../environment.js'
import type { Say } from '../progress.js'
import { cacheFolder } from './cache-folder.js'
import { inspectCli } from './cli.js'
import { downloadCli } from './download-cli.js'
import { goBuild } from './go-build.js'
import { outputOf } from './run-for-output.js'
import { cliVersion, serverVersion } from './versions.js'

/** Where the Temporal server comes from. */
export type Server =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'cli'; readonly binary: string; readonly version: string }
  | { readonly kind: 'built'; readonly binary: string; readonly version: string }

/** Looked at in this order; the first that works is taken. */
const choices = [
  'set TEMPORAL_ADDRESS to a running server',
  'put the temporal CLI on the PATH: https://docs.temporal.io/cli',
  'allow access to https://temporal.download, from where the CLI is fetched',
  'install Go 1.26 or newer, with which the server is built (5–8 min once): https://go.dev/dl',
] as const

const NO_AUTHORIZER = 'the temporal CLI cannot check tokens: --secure needs the server that is built with Go'
const SECURE_IS_OURS =
  '--secure starts a server of its own, which checks tokens. Unset TEMPORAL_ADDRESS, or start without --secure.'

/**
 * Finds a Temporal server, or gets one.
 *
 * @throws Error that says why each way failed and lists the choices
 */
export async function findServer(args: {
  env: Environment
  say: Say
  /** Whether it has to check tokens: then only a server that was built will do. */
  secure?: boolean
}): Promise<Server> {
  const address = args.env['TEMPORAL_ADDRESS']
  if (address && args.secure) throw new Error(SECURE_IS_OURS)
  if (address) return { kind: 'address', address }
  const cache = cacheFolder(args.env)
  const reasons: string[] = []

  const onPath = args.secure ? { refused: NO_AUTHORIZER } : await inspectCli(args.env, 'temporal')
  if ('version' in onPath) return { kind: 'cli', binary: 'temporal', version: onPath.version }
  reasons.push(onPath.refused)

  const built = join(cache, `temporal-server-${serverVersion}`, 'temporal-server')
  const isBuilt = async () => (await outputOf(args.env, built, '--version'))?.includes(serverVersion) ?? false
  if (await isBuilt()) return { kind: 'built', binary: built, version: serverVersion }

  if (args.secure !== true) {
    const cli = await cachedOrDownloadedCli(args, cache)
    if ('version' in cli) return { kind: 'cli', ...cli }
    reasons.push(cli.refused)
  }

  if ((await outputOf(args.env, 'go', 'version')) === undefined) {
    reasons.push('no go command')
    throw new Error(noServer(reasons))
  }
  try {
    const source = `go.temporal.io/server/cmd/server@v${serverVersion}`
    await goBuild({
      program: { title: `Temporal server ${serverVersion}`, source, binary: built, cost: '5–8 min, once' },
      env: args.env,
      isThere: isBuilt,
      say: args.say,
    })
    return { kind: 'built', binary: built, version: serverVersion }
  } catch (error) {
    reasons.push(error instanceof Error ? error.message : String(error))
    throw new Error(noServer(reasons), { cause: error })
  }
}

/** The CLI in the cache, downloaded when it is not there; or why there is none. */
async function cachedOrDownloadedCli(
  { env, say }: { env: Environment; say: Say },
  cache: string,
): Promise<{ binary: string; version: string } | { refused: string }> {
  const binary = join(cache, `temporal-cli-${cliVersion}`, 'temporal')
  const cached = await inspectCli(env, binary)
  if ('version' in cached) return { binary, version: cached.version }
  const failure = await downloadCli({ binary, say })
  if (failure !== undefined) return { refused: failure }
  const fresh = await inspectCli(env, binary)
  return 'version' in fresh ? { binary, version: fresh.version } : fresh
}

function noServer(reasons: readonly string[]): string {
  return [
    'No Temporal server could be found or built:',
    ...reasons.map(reason => `  - ${reason}`),
    'Choose one:',
    ...choices.map((choice, i) => `  ${String(i + 1)}. ${choice}`),
  ].join('\n')
}
