import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrobyggerCodec, dataConverter, KeyRing } from '@brobygger/codec'
import { Connection, WorkflowClient } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'

/**
 * Writes the decoded histories of a case's processes as JSON, for replay.
 * Usage: node decoded-history.mjs FOLDER namespace/process …
 */
const [folder, ...processes] = process.argv.slice(2)
const ring = await KeyRing.load(process.env.BRO_TEST_KEYS_FILE)
const connection = await Connection.connect({ address: process.env.BRO_TEST_TEMPORAL_ADDRESS })

/** Decodes every payload in a history, wherever it stands. */
async function decoded(value, codec) {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  // Search attributes are never encrypted, and hold codes and dates only.
  if (Buffer.from(value.metadata?.encoding ?? []).toString() === 'binary/encrypted')
    return (await codec.decode([value]))[0]
  for (const key of Object.keys(value)) value[key] = await decoded(value[key], codec)
  return value
}

for (const entry of processes) {
  const [namespace, id] = entry.split('/')
  const administration = namespace.replace(/-practice$/, '')
  const codec = new BrobyggerCodec({ ring, administration })
  const client = new WorkflowClient({
    connection,
    namespace,
    dataConverter: dataConverter({ ring, administration }),
  })
  const history = await decoded(await client.getHandle(id).fetchHistory(), codec)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${id}.json`), `${historyToJSON(history)}\n`)
}
await connection.close()
