import { spawn } from 'node:child_process'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Environment } from '../environment.js'
import { withLock } from '../file-lock.js'
import { elapsed, type Say } from '../progress.js'

/** A Go program that is built once and kept in the cache. */
export interface GoProgram {
  readonly title: string
  /** Package with version, as `go install` takes it. */
  readonly source: string
  /** Where the finished program lies. */
  readonly binary: string
  /** What to expect, for whoever waits: '5–8 min once'. */
  readonly cost: string
}

/**
 * Builds a Go program into the cache. Two processes never build at once, and an interrupted build leaves
 * nothing that looks finished: the program is renamed to its place when it is complete.
 *
 * @param args.isThere asked again under the lock, because another process may have built it in the meantime
 * @throws Error with the last lines that `go` printed
 */
export async function goBuild(args: {
  program: GoProgram
  env: Environment
  isThere: () => Promise<boolean>
  say: Say
}): Promise<void> {
  const { isThere, program, say } = args
  const folder = dirname(program.binary)
  await withLock({
    file: `${folder}.lock`,
    note: `builds ${program.title}`,
    onWait: holder => {
      say(`process ${String(holder.owner.pid)} ${holder.note}; waiting for it`)
    },
    work: async () => {
      if (await isThere()) return
      const partial = `${folder}.partial`
      await rm(partial, { recursive: true, force: true })
      await mkdir(partial, { recursive: true })
      await goInstall(args, partial)
      await mkdir(folder, { recursive: true })
      await rename(join(partial, 'server'), program.binary)
      await rm(partial, { recursive: true, force: true })
    },
  })
}

async function goInstall(
  { env, program, say }: { env: Environment; program: GoProgram; say: Say },
  folder: string,
): Promise<void> {
  say(`Building ${program.title} from source with Go (${program.cost})`)
  const began = Date.now()
  const child = spawn('go', ['install', '-v', '-trimpath', '-ldflags=-s -w', program.source], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A larger heap between two collections saves a fifth of the compiler's CPU time.
    env: { ...env, GOBIN: folder, GOGC: '800', GOFLAGS: '' },
  })
  let downloaded = 0
  let compiled = 0
  const last: string[] = []
  createInterface(child.stderr).on('line', line => {
    if (line.startsWith('go: downloading')) downloaded++
    else if (/^[\w.-]+(\/[\w.~-]+)*$/.test(line)) compiled++
    last.push(line)
    if (last.length > 15) last.shift()
  })
  const progress = setInterval(() => {
    say(`  ${program.title}: ${String(downloaded)} modules, ${String(compiled)} packages, ${elapsed(began)}`)
  }, 10_000)
  const endWithUs = () => child.kill()
  process.once('exit', endWithUs)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    if (code !== 0) throw new Error(`go install ${program.source} failed:\n${last.join('\n')}`)
    say(`Built ${program.title}: ${String(compiled)} packages, ${elapsed(began)}`)
  } finally {
    clearInterval(progress)
    process.off('exit', endWithUs)
  }
}
