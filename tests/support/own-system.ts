import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repositoryFolder } from '@brobygger/config'
import { startSystem, type System } from '@brobygger/tools'
import { z } from 'zod'

/** A simulated service that a test may hurt. */
type Misbehaving =
  | 'mail'
  | 'digital-post'
  | 'sts'
  | 'register'
  | 'family-system'
  | 'case-index'
  | 'cpr'
  | 'cpr-events'
  | 'school-absence'

/** A system of a test's own, which it may hurt. */
export interface OwnSystem extends System {
  /** Sends a signal to a part with everything it started. */
  signal(part: string, signal: NodeJS.Signals): Promise<void>
  /** Number of the process that is a part now. */
  pid(part: string): Promise<number>
  /** Sets a fault of a simulated service, or heals it. */
  fault(service: Misbehaving, fault: object | null): Promise<void>
  /** Sets what is to go wrong with a simulated service, and when. */
  plan(service: Misbehaving, faults: readonly object[]): Promise<void>
  /** What a simulated service has done. */
  ledger(service: Exclude<Misbehaving, 'register'>): Promise<LedgerLine[]>
}

const ledgerLine = z.object({
  key: z.string(),
  request: z.record(z.string(), z.unknown()),
  answer: z.record(z.string(), z.unknown()),
})
export type LedgerLine = z.infer<typeof ledgerLine>

const running = z.object({ parts: z.record(z.string(), z.object({ pid: z.number() })) })

/** A process and those it started; PostgreSQL's are in groups of their own. */
async function familyOf(parent: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  const children = stdout
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []))
  return [parent, ...children]
}

const demoFile = join(repositoryFolder, 'config', 'municipality.json')

interface OwnOptions {
  ui?: boolean
  secure?: boolean
  municipalityFile?: string
  /** A folder that lives longer than the system. */
  folder?: string
}

/** Starts a system on free ports and an empty folder; `stop` removes the folder, unless it was given. */
export async function startOwnSystem(
  env: Readonly<Record<string, string>> = {},
  { ui = false, secure = false, municipalityFile = demoFile, folder }: OwnOptions = {},
): Promise<OwnSystem> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'brobygger-own-')))
  const system = await startSystem({
    dataDir,
    ui,
    secure,
    municipalityFile,
    logLevel: 'warn',
    env: { ...process.env, ...env },
    log: () => undefined,
    onFailure: reason => {
      throw reason
    },
  })
  const pid = async (part: string) => {
    const { parts } = running.parse(JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8')))
    const found = parts[part]
    if (found === undefined) throw new Error(`${part} does not run`)
    return found.pid
  }
  return {
    ...system,
    pid,
    signal: async (part, signal) => {
      for (const one of await familyOf(await pid(part))) process.kill(one, signal)
    },
    fault: async (service, fault) => {
      const response = await fetch(`${system.simulatorsUrl}/faults/${service}`, {
        method: fault === null ? 'DELETE' : 'PUT',
        ...(fault === null ? {} : { body: JSON.stringify(fault) }),
      })
      if (!response.ok) throw new Error(`fault refused: ${response.status}`)
    },
    plan: async (service, faults) => {
      const url = `${system.simulatorsUrl}/faults/${service}`
      const response = await fetch(url, { method: 'PUT', body: JSON.stringify(faults) })
      if (!response.ok) throw new Error(`plan refused: ${response.status}`)
    },
    ledger: async service => {
      const response = await fetch(`${system.simulatorsUrl}/${service}/ledger`)
      return z.array(ledgerLine).parse(await response.json())
    },
    stop: async () => {
      await system.stop()
      if (folder === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Lets the helpers for whole-system tests find a system. */
export function pointTo({ apiUrl, adminUrl, dataDir }: OwnSystem): void {
  process.env['BRO_TEST_API_URL'] = apiUrl
  process.env['BRO_TEST_ADMIN_URL'] = adminUrl
  process.env['BRO_TEST_DATA_DIR'] = dataDir
}
