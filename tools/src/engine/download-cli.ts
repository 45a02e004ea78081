import { spawn } from 'node:child_process'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { withLock } from '../file-lock.js'
import { elapsed, type Say } from '../progress.js'
import { cliVersion } from './versions.js'

/** Where the SDK's test environment gets the CLI from, too. */
const downloads = 'https://temporal.download'
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

/**
 * Downloads the `temporal` CLI into the cache. Gives up after ten seconds when the address does not answer,
 * so that a machine without internet access loses no time.
 *
 * @param args.binary where the program is to lie
 * @returns why it did not work, or undefined when it did
 */
export async function downloadCli(args: {
  binary: string
  say: Say
  from?: string
}): Promise<string | undefined> {
  const architecture = architectures[process.arch]
  if (architecture === undefined) return `no download for ${process.arch}`
  const url = `${args.from ?? downloads}/cli/archive/v${cliVersion}?platform=${process.platform}&arch=${architecture}`
  const noAnswer = new AbortController()
  const timer = setTimeout(() => {
    noAnswer.abort(new Error('no answer within 10 s'))
  }, 10_000)
  const folder = dirname(args.binary)
  const partial = `${folder}.partial`
  try {
    const response = await fetch(url, { signal: noAnswer.signal })
    if (!response.ok || !response.body) return `${url} answered ${String(response.status)}`
    clearTimeout(timer)
    const began = Date.now()
    const body = response.body
    await withLock({
      file: `${folder}.lock`,
      note: 'downloads the temporal CLI',
      onWait: () => {
        args.say('another process downloads the temporal CLI; waiting for it')
      },
      work: async () => {
        args.say(`Downloading the temporal CLI ${cliVersion}`)
        await rm(partial, { recursive: true, force: true })
        await mkdir(partial, { recursive: true })
        await unpack(Readable.fromWeb(body), partial)
        await mkdir(folder, { recursive: true })
        await rename(join(partial, 'temporal'), args.binary)
      },
    })
    args.say(`Downloaded the temporal CLI: ${elapsed(began)}`)
    return undefined
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return `${url}: ${cause instanceof Error ? cause.message : String(cause)}`
  } finally {
    clearTimeout(timer)
    await rm(partial, { recursive: true, force: true })
  }
}

async function unpack(archive: Readable, folder: string): Promise<void> {
  const tar = spawn('tar', ['-xzf', '-', '-C', folder, 'temporal'], { stdio: ['pipe', 'ignore', 'ignore'] })
  const done = new Promise<void>((resolve, reject) => {
    tar.on('error', reject)
    tar.on('close', code => {
      if (code === 0) resolve()
      else reject(new Error(`the archive could not be unpacked (tar exit code ${String(code)})`))
    })
  })
  await Promise.all([pipeline(archive, tar.stdin), done])
}
