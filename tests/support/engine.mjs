import { BrobyggerCodec, dataConverter, KeyRing } from '@brobygger/codec'
import { Connection, WorkflowClient } from '@temporalio/client'
import pg from 'pg'

/** What the scripts beside the tests need of the system under test; jest itself cannot load the converters. */
export async function engine() {
  const ring = await KeyRing.load(process.env.BRO_TEST_KEYS_FILE)
  const connection = await Connection.connect({ address: process.env.BRO_TEST_TEMPORAL_ADDRESS })
  const url = new URL(process.env.BRO_TEST_ADMIN_URL)
  url.pathname = '/brobygger'
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  const administrationOf = namespace => namespace.replace(/-practice$/, '')
  return {
    db,
    codec: namespace => new BrobyggerCodec({ ring, administration: administrationOf(namespace) }),
    client: namespace =>
      new WorkflowClient({
        connection,
        namespace,
        dataConverter: dataConverter({ ring, administration: administrationOf(namespace) }),
      }),
    close: async () => {
      await db.end()
      await connection.close()
    },
  }
}

/** Decodes every payload in a history, wherever it stands. Search attributes are never encrypted. */
export async function decoded(value, codec) {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  const encoding = Buffer.from(value.metadata?.encoding ?? []).toString()
  if (encoding === 'binary/encrypted') return (await codec.decode([value]))[0]
  for (const key of Object.keys(value)) value[key] = await decoded(value[key], codec)
  return value
}
