/** `npm run bench:audit [-- --lines N]`: how long sealing and auditing a large access log takes, and in how much memory. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { repositoryFolder } from '@brobygger/config'
import { databaseName } from '@brobygger/database'
import type { System } from '@brobygger/tools'
import pg from 'pg'
import { say, withOwnSystem } from './with-own-system.js'

/** Lines that are written in one transaction. A real request writes one; the audit does not care. */
const AT_ONCE = 1_000
const LOOK = 100

const { values } = parseArgs({ options: { lines: { type: 'string', default: '1000000' } } })
const wanted = Math.ceil(Number(values.lines) / AT_ONCE) * AT_ONCE

async function measure(system: System): Promise<string[]> {
  const url = new URL(system.adminUrl)
  url.pathname = `/${databaseName}`
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  try {
    const began = performance.now()
    for (let written = 0; written < wanted; written += AT_ONCE) await db.query(LINES, [AT_ONCE])
    say(`${String(wanted)} lines are written`)
    const written = performance.now()
    await allSealed(db)
    const sealed = performance.now()
    say('all are sealed')
    const { rows } = await db.query<{ blocks: string; stored: string }>(
      `select (select count(*) from access_log.blocks) as blocks,
        pg_total_relation_size('access_log.entries') + pg_total_relation_size('access_log.blocks') as stored`,
    )
    const audit = await audited(system.dataDir)
    return [
      `${String(wanted)} lines in ${rows[0]?.blocks ?? '?'} blocks, ${megabytes(Number(rows[0]?.stored))} with indexes and digests`,
      '',
      `written and sealed meanwhile  ${seconds(sealed - began)}, the sealer ${seconds(sealed - written)} behind at the end`,
      `npm run audit:verify          ${seconds(audit.took)}   ${(wanted / (audit.took / 1000)).toFixed(0)} lines a second`,
      `most memory of the audit      ${audit.peak === undefined ? 'not known here' : megabytes(audit.peak)}`,
      audit.printed.trim(),
    ]
  } finally {
    await db.end()
  }
}

const LINES = `
  insert into access_log.entries (request_id, actor, roles, administration, action, outcome, cases, process, purpose,
    basis, fields, practice, assurance, via)
  select gen_random_uuid(), 'sw-' || n % 40, '{socialWorker}', 'children-and-youth', 'getCase', 'allowed',
    array['k' || substr(md5(random()::text), 1, 9)], null, 'help', 'assigned', '{stage,codes,texts}', false,
    'substantial', 'session'
  from generate_series(1, $1::int) as n`

async function allSealed(db: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await db.query<{ lines: number }>(
      'select coalesce(sum(lines), 0)::int as lines from access_log.blocks',
    )
    if ((rows[0]?.lines ?? 0) >= wanted) return
    await sleep(LOOK)
  }
}

/** Runs the audit as operations do, in a process of its own. Times in milliseconds, memory in bytes. */
async function audited(
  dataDir: string,
): Promise<{ took: number; peak: number | undefined; printed: string }> {
  const script = join(repositoryFolder, 'tools', 'dist', 'audit-verify.js')
  const began = performance.now()
  const child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'], DATA_DIR: dataDir } })
  let printed = ''
  let code: number | undefined
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.on('close', status => (code = status ?? -1))
  let peak: number | undefined
  while (code === undefined) {
    peak = (await peakOf(child.pid)) ?? peak
    await sleep(LOOK)
  }
  if (code !== 0) throw new Error(`the audit ended with ${String(code)}: ${printed}`)
  return { took: performance.now() - began, peak, printed }
}

/** The most memory that a process has had resident; undefined where the system does not tell. */
async function peakOf(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`

try {
  console.log((await withOwnSystem(measure)).join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
