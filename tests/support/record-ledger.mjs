import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { defaultPayloadConverter } from '@temporalio/common'
import { decoded, engine } from './engine.mjs'

/**
 * Writes a process's last ledger with what it was started with and where it stands, for the test that resumes it.
 * Usage: node record-ledger.mjs FILE namespace/process
 */
const [file, place] = process.argv.slice(2)
const { client, codec, db, close } = await engine()
const [namespace, id] = place.split('/')
const history = await decoded(await client(namespace).getHandle(id).fetchHistory(), codec(namespace))
const started = history.events[0].workflowExecutionStartedEventAttributes
const input = defaultPayloadConverter.fromPayload(started.input.payloads[0])
const { rows } = await db.query('select ledger from brobygger.ledgers where process = $1', [id])
const stands = await db.query(
  `select step, (select array_agg(kind order by kind) from brobygger.tasks t where t.process = p.id and status = 'open') as tasks
   from brobygger.processes p where id = $1`,
  [id],
)
const recorded = { namespace, process: id, workflow: started.workflowType.name, stands: stands.rows[0] }
await mkdir(dirname(file), { recursive: true })
await writeFile(file, `${JSON.stringify({ ...recorded, input, ledger: rows[0].ledger }, null, 1)}\n`)
await close()
