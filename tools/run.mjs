/** `node tools/run.mjs NAME …`: prepares the working copy and runs one of the commands below. */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { prepare, root, runMain } from './prepare.mjs'

const commands = {
  demo: 'tools/dist/demo.js',
  chaos: 'tools/dist/chaos.js',
  rebuild: 'tools/dist/rebuild.js',
  'keys:rotate': 'tools/dist/keys-rotate.js',
  'audit:verify': 'tools/dist/audit-verify.js',
  'municipality:check': 'tools/dist/municipality-check.js',
  'municipality:import': 'tools/dist/municipality-import.js',
  'audit:prune': 'tools/dist/audit-prune.js',
  token: 'tools/dist/token.js',
  'login:rotate': 'apps/login/dist/rotate.js',
  docs: 'tools/dist/docs.js',
  bench: 'bench/dist/index.js',
  'bench:log': 'bench/dist/log-cost.js',
  'bench:audit': 'bench/dist/audit-cost.js',
  'bench:absence': 'bench/dist/absence-cost.js',
  'bench:crypto': 'bench/dist/crypto-cost.js',
  rounds: 'bench/dist/visit-rounds.js',
}

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2)
  const script = Object.hasOwn(commands, name ?? '') && commands[name]
  if (!script) throw new Error(`Usage: node tools/run.mjs ${Object.keys(commands).join('|')} [options]`)
  await prepare()
  const file = join(root, script)
  process.argv = [process.argv[0], file, ...args]
  await import(pathToFileURL(file).href)
})
