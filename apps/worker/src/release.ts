import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** The worker wants a source map with every bundle; a release is kept without. */
const NO_SOURCE_MAP = `//# sourceMappingURL=data:application/json;base64,${btoa('{"version":3,"file":"release.js","sources":[],"names":[],"mappings":""}')}`

/**
 * The workflow code of an earlier release, as `tests/releases` keeps it; undefined when there is no such file. For the
 * test that lets processes begin on it and go on with today's.
 */
export async function releasedBundle(file: string): Promise<{ code: string } | undefined> {
  const packed = await readFile(file).catch(() => undefined)
  if (packed === undefined) return undefined
  return { code: `${(await promisify(gunzip)(packed)).toString('utf8')}\n${NO_SOURCE_MAP}` }
}
