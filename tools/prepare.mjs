/**
 * What every command needs first: a new enough Node, the packages of the lock file, compiled sources.
 * Plain JavaScript without dependencies, because on a fresh clone nothing is installed yet.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { packagesAreStale } from './packages.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Brings the working copy into a state in which it runs. Throws a one-line reason when it cannot. */
export async function prepare() {
  checkPlatform()
  if (packagesAreStale(root))
    await stage('Installing packages (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund'])
  await stage('Compiling', process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b'])
}

/** Runs the command line `main` and turns its failure into a message and an exit code. */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

function checkPlatform() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '')
  const [major = 0, minor = 0] = wanted.split('.').map(Number)
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number)
  if (ownMajor < major || (ownMajor === major && ownMinor < minor)) {
    throw new Error(
      `Node ${wanted} or newer is needed; this is ${process.versions.node} (${process.execPath}).`,
    )
  }
  if (process.platform === 'win32') {
    throw new Error('Linux or macOS is needed; on Windows run the same commands inside WSL.')
  }
}

/** To standard error: what a command prints may be read by another program. */
const say = line => console.error(line)

/** One preparation step: silent when it is quick, with a time when it is not, and all its output when it fails. */
async function stage(title, command, args) {
  const began = Date.now()
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  child.stdout.on('data', chunk => output.push(chunk))
  child.stderr.on('data', chunk => output.push(chunk))
  const announce = setTimeout(() => say(`  ${title} …`), 500)
  const stillAtIt = setInterval(() => say(`  ${title} … ${seconds()} s`), 15_000)
  try {
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    if (code !== 0) throw new Error(`${Buffer.concat(output)}\n${title} failed (exit code ${code}).`)
    if (Date.now() - began > 500) say(`  ${title} took ${seconds()} s`)
  } finally {
    clearTimeout(announce)
    clearInterval(stillAtIt)
  }
}

if (
  process.argv[1] &&
  existsSync(process.argv[1]) &&
  import.meta.url === pathToFileURL(process.argv[1]).href
) {
  await runMain(prepare)
}
