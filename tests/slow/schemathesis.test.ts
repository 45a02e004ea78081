import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { startOwnSystem } from '../support/own-system.js'

/** The program, where it is installed: `pip install schemathesis`. Another one can be named. */
const program = process.env['SCHEMATHESIS'] ?? 'schemathesis'
const installed = spawnSync(program, ['--version']).status === 0

if (!installed) console.log('schemathesis is not installed (pip install schemathesis): its test is skipped.')

/** What every answer has to keep: no failure of ours, and what the OpenAPI document promises. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'unsupported_method',
  'allow_header_conformance',
]

/** Inputs invented for each operation; more with SCHEMATHESIS_EXAMPLES. */
const examples = process.env['SCHEMATHESIS_EXAMPLES'] ?? '4'

describe('the API as its OpenAPI document describes it', () => {
  ;(installed ? it : it.skip)(
    'answers whatever can be invented as promised, and never with a failure of ours',
    async () => {
      // It leaves files where it runs.
      const folder = await mkdtemp(join(tmpdir(), 'brobygger-schemathesis-'))
      const system = await startOwnSystem()
      try {
        const { code, output } = await run(folder, system.apiUrl)
        process.stdout.write(code === 0 ? '' : output)
        expect(code).toBe(0)
      } finally {
        await system.stop()
        await rm(folder, { recursive: true, force: true })
      }
    },
    600_000,
  )
})

async function run(folder: string, apiUrl: string): Promise<{ code: unknown; output: string }> {
  const document = `${apiUrl}/api/openapi.json`
  const child = spawn(
    program,
    [
      ...['run', document, '--header', 'X-Brobygger-Person: tl-eva', '--checks', checks.join(',')],
      ...['--phases', 'examples,coverage,fuzzing', '--max-examples', examples, '--seed', '1'],
      // A practice case can be played forward for as long as the API lets it.
      ...['--request-timeout', '60', '--continue-on-failure', '--warnings', 'off'],
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [unknown]
  return { code, output }
}
