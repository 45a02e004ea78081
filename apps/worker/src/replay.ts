import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { workflowBundle } from './bundle.js'

/**
 * Replays recorded histories against the workflows as they are now: a process that is under way must not notice a
 * release. Histories are stored decoded, and come from synthetic cases only.
 *
 * Usage: node replay.js FOLDER. Prints one JSON line a history: {"history": …, "error": null or why}.
 */
async function replay(folder: string): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.json')).sort()
  const histories = async function* () {
    for (const file of files) {
      const history = historyFromJSON(JSON.parse(await readFile(join(folder, file), 'utf8')))
      // The workflow id of a recorded history stands in its file name: concern-k7qm4d2x.json
      yield { workflowId: file.replace(/^.*[/\\]/, '').replace(/\.json$/, ''), history }
    }
  }
  const results = Worker.runReplayHistories(
    { workflowBundle: await workflowBundle(), ...converters },
    histories(),
  )
  for await (const { workflowId, error } of results) {
    const line = { history: workflowId, error: error?.message ?? null }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}

const resolved = (name: string): string => fileURLToPath(import.meta.resolve(name))
const converters = {
  dataConverter: {
    payloadConverterPath: resolved('@brobygger/codec/payload-converter'),
    failureConverterPath: resolved('@brobygger/codec/failure-converter'),
  },
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Usage: node replay.js FOLDER\n')
  process.exitCode = 2
} else {
  await replay(folder)
}
