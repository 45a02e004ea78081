import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { z } from 'zod'

const environment = (name: string): string => process.env[name] ?? ''

/** Asks a database as somebody; the connection is closed afterwards. */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Address of a database of the system under test, as its superuser or as a login role with its own password. */
export async function urlOf(database: string, role?: string): Promise<string> {
  const url = new URL(environment('BRO_TEST_ADMIN_URL'))
  url.pathname = `/${database}`
  if (role === undefined) return url.toString()
  const { roles } = z
    .object({ roles: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(join(environment('BRO_TEST_DATA_DIR'), 'secrets.json'), 'utf8')))
  url.username = role
  url.password = encodeURIComponent(roles[role] ?? '')
  return url.toString()
}

/** Every role in an address of a database that a running part of the system was started with, by part. */
export async function rolesOfParts(): Promise<Record<string, string[]>> {
  const { parts } = z
    .object({ parts: z.record(z.string(), z.object({ pid: z.number() })) })
    .parse(JSON.parse(await readFile(join(environment('BRO_TEST_DATA_DIR'), 'running.json'), 'utf8')))
  const roles: Record<string, string[]> = {}
  for (const [part, { pid }] of Object.entries(parts)) {
    const { stdout } = await promisify(execFile)('ps', ['eww', '-o', 'command=', '-p', String(pid)], {
      maxBuffer: 10 ** 7,
    })
    const found = [...stdout.matchAll(/postgres(?:ql)?:\/\/([^:@/\s]+)[:@]/g)].map(([, user = '']) => user)
    if (found.length > 0) roles[part] = [...new Set(found)].sort()
  }
  return roles
}
