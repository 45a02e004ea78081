import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/**
 * Keeps the workflow code as it is now under `tests/releases`, for the test that lets cases begin on it and go on with
 * later code. Without source map, and with paths from the repository's root.
 * Usage: node keep-release.mjs VERSION
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const dist = join(root, 'apps', 'worker', 'dist')
const [version] = process.argv.slice(2)
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) throw new Error('Usage: node keep-release.mjs VERSION')
const bundles = (await readdir(dist)).filter(name => /^workflow-bundle-[0-9a-f]+\.js$/.test(name))
const made = await Promise.all(
  bundles.map(async name => ({ name, at: (await stat(join(dist, name))).mtimeMs })),
)
const [newest] = made.sort((a, b) => b.at - a.at)
if (newest === undefined) throw new Error('Start a worker first: it makes the bundle')
const code = await readFile(join(dist, newest.name), 'utf8')
const bare = code.slice(0, code.lastIndexOf('//# sourceMappingURL')).replaceAll(root, './')
await writeFile(join(root, 'tests', 'releases', `${version}.js.gz`), gzipSync(bare, { level: 9 }))
