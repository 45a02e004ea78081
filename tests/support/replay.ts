import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const run = promisify(execFile)
const env = { ...process.env, NODE_OPTIONS: '' }

/** What came of a history when it was replayed; the reason, where it could not be. */
export interface Replayed {
  readonly history: string
  readonly error: string | null
}

/** Replays every recorded history in a folder and below it, against the workflows as they are now. */
export async function replayFolder(folder: string): Promise<Replayed[]> {
  const replay = path('../../apps/worker/dist/replay.js')
  const { stdout } = await run(process.execPath, [replay, folder], { maxBuffer: 1e8, env })
  return stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Replayed)
}

/** Replays processes of the system under test, as `namespace/process`: whoever was out of memory would find the same. */
export async function replayProcesses(places: readonly string[]): Promise<Replayed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'brobygger-replay-'))
  try {
    await run(process.execPath, [path('./decoded-history.mjs'), folder, ...places], { env })
    return await replayFolder(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
