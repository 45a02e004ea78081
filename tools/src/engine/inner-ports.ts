import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from '../json-file.js'
import { isFree } from '../ports.js'
import { innerPorts } from './server-config.js'

const kept = z.array(z.int()).length(innerPorts)

/**
 * The inner ports of a server, the same from start to start. Where it was stopped a moment ago, its ring still names the
 * services of that run; on other ports a server looks for them in vain for half a minute, and takes no call meanwhile.
 *
 * @param args.folder keeps the server's data
 * @param args.free ports for the first start, and for one at which another program has taken an old port
 */
export async function keepInnerPorts(args: {
  folder: string
  free: readonly number[]
}): Promise<readonly number[]> {
  const file = join(args.folder, 'inner-ports.json')
  const before = kept.safeParse(await readJson(file)).data
  if (before !== undefined && (await Promise.all(before.map(port => isFree(port)))).every(Boolean))
    return before
  await mkdir(args.folder, { recursive: true, mode: 0o700 })
  await writeJson(file, args.free)
  return args.free
}
