import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { WithStartWorkflowOperation } from '@temporalio/client'
import { engine } from './engine.mjs'

/**
 * Starts a process from a recorded ledger, as a restore does, and prints where it stands as JSON.
 * Usage: node resume-ledger.mjs FILE …
 */
const { client, db, close } = await engine()
for (const file of process.argv.slice(2)) {
  const text = await readFile(file, 'utf8')
  // Under a case id of its own, so that the processes of two ledgers of one case do not meet.
  const caseId = randomUUID().replaceAll('-', '').slice(0, 10)
  const {
    namespace,
    process: id,
    workflow,
    input,
    ledger,
  } = JSON.parse(text.replaceAll(JSON.parse(text).input.caseId, caseId))
  const startWorkflowOperation = new WithStartWorkflowOperation(workflow, {
    workflowId: id,
    taskQueue: namespace,
    args: [{ ...input, ledger }],
    workflowIdConflictPolicy: 'FAIL',
  })
  await client(namespace).executeUpdateWithStart('opened', { startWorkflowOperation })
  const handle = client(namespace).getHandle(id)
  const { searchAttributes } = await handle.describe()
  const { rows } = await db.query(
    `select type, body from brobygger.events where process = $1 and type = 'stepEntered' and seq > $2 order by seq`,
    [id, ledger.seq],
  )
  // What waited is taken up as it stands; what is not, has been withdrawn.
  const withdrawn = await db.query(
    `select body->>'task' as task from brobygger.events where process = $1 and type = 'taskWithdrawn' and seq > $2`,
    [id, ledger.seq],
  )
  const gone = new Set(withdrawn.rows.map(row => row.task))
  const waiting = [...ledger.owed, ...(ledger.asked ?? [])].filter(({ task }) => !gone.has(task))
  const opened = await db.query(
    `select body->>'kind' as kind from brobygger.events where process = $1 and type = 'taskOpened' and seq > $2`,
    [id, ledger.seq],
  )
  const tasks = [...waiting.map(({ kind }) => kind), ...opened.rows.map(row => row.kind)].sort()
  const line = {
    file,
    step: rows.at(-1)?.body.step ?? null,
    stage: searchAttributes.BroStage?.[0] ?? null,
    tasks,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  await handle.terminate('resumed by its test')
}
await close()
