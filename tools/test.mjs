/** `npm test`: prepares the working copy, runs jest with the given arguments, ends with the counts on a line. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root, runMain } from './prepare.mjs'

await runMain(async () => {
  await prepare()
  const folder = mkdtempSync(join(tmpdir(), 'brobygger-test-'))
  const countsFile = join(folder, 'counts.json')
  try {
    const args = process.argv.slice(2)
    // Slow tests have a command of their own: npm run test:slow.
    const projects = args.includes('--selectProjects') ? [] : ['--selectProjects', 'unit', 'system']
    process.exitCode = report(countsFile, await runJest([...args, ...projects], countsFile))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Prints the last line from what jest counted; a run that never came to count is one failure. */
function report(countsFile, code) {
  let counts = { passed: 0, failed: 1, skipped: 0 }
  try {
    counts = JSON.parse(readFileSync(countsFile, 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    console.error('jest ended before it had counted anything.')
  }
  const { passed, failed, skipped } = counts
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return code === 0 && failed > 0 ? 1 : code
}

function runJest(args, countsFile) {
  const countReporter = `--reporters=${join(root, 'tools', 'count-reporter.mjs')}`
  const jest = join('node_modules', 'jest', 'bin', 'jest.js')
  const child = spawn(process.execPath, [jest, ...args, '--reporters=default', countReporter], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      BROBYGGER_COUNTS_FILE: countsFile,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
    },
  })
  // Ctrl-C reaches jest as well, which stops the system it started; this process waits for it.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', code => resolve(code ?? 1))
  })
}
