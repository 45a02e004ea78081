import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from '../json-file.js'

const identity = z.object({ pid: z.number(), started: z.string() })

/** The processes that run for a data folder, so that whoever comes later can find, kill or clean them up. */
const runningSchema = z.object({ parts: z.record(z.string(), identity) })

export type Running = z.infer<typeof runningSchema>

const fileOf = (dataDir: string) => join(dataDir, 'running.json')

export async function readRunning(dataDir: string): Promise<Running> {
  const stored = runningSchema.safeParse(await readJson(fileOf(dataDir)))
  return stored.success ? stored.data : { parts: {} }
}

export async function writeRunning(dataDir: string, running: Running): Promise<void> {
  await writeJson(fileOf(dataDir), running)
}
