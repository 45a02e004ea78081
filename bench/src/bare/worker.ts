/** Process of its own, as the real workers are: runs the bare workflow, without any codec. */
import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { bareNamespace, bareTaskQueue } from './place.js'

const [address] = process.argv.slice(2)
if (address === undefined) throw new Error('Usage: worker.js HOST:PORT')

Runtime.install({ logger: new DefaultLogger('ERROR') })
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace: bareNamespace,
  taskQueue: bareTaskQueue,
  workflowsPath: fileURLToPath(new URL('./workflow.js', import.meta.url)),
})
const ended = worker.run()
process.send?.('ready')
// Whoever started this process may be gone without a word.
process.on('disconnect', () => {
  worker.shutdown()
})
await ended
process.exit(0)
