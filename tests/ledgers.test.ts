import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ledger } from '@brobygger/domain/processes'
import { describe, expect, it } from '@jest/globals'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

interface Recorded {
  readonly stands: { step: string; tasks: string[] | null }
  readonly ledger: unknown
}

describe('a case that is restored from a ledger written by an earlier release', () => {
  it('stands where it stood, with the same tasks waiting', async () => {
    const names = (await readdir(path('ledgers'), { recursive: true })).filter(name => name.endsWith('.json'))
    expect(names.length).toBeGreaterThan(0)
    const files = names.map(name => join(path('ledgers'), name))
    const recorded = await Promise.all(
      files.map(async file => JSON.parse(await readFile(file, 'utf8')) as Recorded),
    )
    for (const { ledger: written } of recorded) expect(ledger.safeParse(written).error).toBeUndefined()

    const { stdout } = await promisify(execFile)(
      process.execPath,
      [path('support/resume-ledger.mjs'), ...files],
      {
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    )
    const resumed = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { step: string; tasks: string[] })
    expect(resumed.map(({ step, tasks }) => ({ step, tasks }))).toEqual(
      recorded.map(({ stands }) => ({ step: stands.step, tasks: stands.tasks ?? [] })),
    )
  })
})
