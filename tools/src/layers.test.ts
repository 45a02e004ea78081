import { execFile } from 'node:child_process'
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { withFolder } from './testing.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs the layer rules on a copy of the repository's shape that holds these files alone. */
async function violations(files: Record<string, string>): Promise<string[]> {
  return withFolder(async folder => {
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.base.json'])
      await cp(join(root, file), join(folder, file))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    const cruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
    const folders = ['apps', 'libs'].filter(name => Object.keys(files).some(path => path.startsWith(name)))
    const args = [cruise, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders]
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    })
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
    return summary.violations.map(({ rule }) => rule.name)
  })
}

describe('the layer rules', () => {
  it.each([
    ['domain reaching for Node', 'domain-is-pure', { 'libs/domain/src/a.ts': "import 'node:fs'" }],
    [
      'a workflow reaching for Node',
      'workflows-know-domain-and-kit',
      { 'apps/worker/src/workflows/a.ts': "import 'node:fs'" },
    ],
    [
      'an activity that names an adapter',
      'adapters-through-ports',
      {
        'apps/worker/src/activities/a.ts': "import '../adapters/b.js'",
        'apps/worker/src/adapters/b.ts': 'export const b = 1',
      },
    ],
    [
      'a library that knows an app',
      'libs-know-no-apps',
      {
        'libs/vault/src/a.ts': "import '../../../apps/api/src/b.js'",
        'apps/api/src/b.ts': 'export const b = 1',
      },
    ],
    [
      'an app that knows another',
      'apps-know-no-other-app',
      { 'apps/api/src/a.ts': "import '../../worker/src/b.js'", 'apps/worker/src/b.ts': 'export const b = 1' },
    ],
    [
      'two files that need each other',
      'no-cycles',
      { 'libs/vault/src/a.ts': "import './b.js'", 'libs/vault/src/b.ts': "import './a.js'" },
    ],
  ])('catch %s', async (_, rule, files) => {
    expect(await violations(files)).toContain(rule)
  })

  it('let a workflow use the kit’s types of activities', async () => {
    const files = {
      'apps/worker/src/workflows/a.ts':
        "import type { Record } from '../activities/b.js'\nexport const a = {} as Record",
      'apps/worker/src/activities/b.ts': 'export interface Record { a: 1 }',
    }
    expect(await violations(files)).toEqual([])
  })
})
