import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const run = promisify(execFile)

describe('a process that is under way when the code changes', () => {
  it('goes on as if nothing had happened: every recorded history replays', async () => {
    const recorded = (await readdir(path('histories'), { recursive: true })).filter(file =>
      file.endsWith('.json'),
    )
    const { stdout } = await run(
      process.execPath,
      [path('../apps/worker/dist/replay.js'), path('histories')],
      { maxBuffer: 1e8, env: { ...process.env, NODE_OPTIONS: '' } },
    )
    const results = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { history: string; error: string | null })
    expect(results.filter(result => result.error !== null)).toEqual([])
    expect(recorded.length).toBeGreaterThan(0)
    expect(results).toHaveLength(recorded.length)
  })
})
