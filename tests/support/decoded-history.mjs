import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { decoded, engine } from './engine.mjs'

/**
 * Writes the decoded histories of a case's processes as JSON, for replay.
 * Usage: node decoded-history.mjs FOLDER namespace/process …
 */
const [folder, ...places] = process.argv.slice(2)
const { client, codec, close } = await engine()
await mkdir(folder, { recursive: true })
for (const place of places) {
  const [namespace, id] = place.split('/')
  const history = await client(namespace).getHandle(id).fetchHistory()
  await writeFile(join(folder, `${id}.json`), `${historyToJSON(await decoded(history, codec(namespace)))}\n`)
}
await close()
