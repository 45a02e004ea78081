import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureKeyFile } from '@brobygger/codec'

/** An API as a process of its own. */
export interface RunningApi {
  /** Where its addresses begin, `http://127.0.0.1:40123/api`. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

const roles = ['bro_vault_children_and_youth', 'bro_vault_social_services']

/** Nothing listens on port 1: neither database nor engine answers. */
const NOWHERE = {
  DATABASE_URL: 'postgres://bro_api:none@127.0.0.1:1/brobygger',
  LOG_READER_DATABASE_URL: 'postgres://bro_log_reader:none@127.0.0.1:1/brobygger',
  VAULT_DATABASE_URLS: roles.map(role => `postgres://${role}:none@127.0.0.1:1/brobygger`).join(' '),
  KEYS_DATABASE_URLS: roles.map(role => `postgres://${role}:none@127.0.0.1:1/brobygger_keys`).join(' '),
  TEMPORAL_ADDRESS: '127.0.0.1:1',
}

/** Starts the built API without database and engine; `env` goes before what is set here. */
export async function startApi(env: Readonly<Record<string, string>> = {}): Promise<RunningApi> {
  const folder = await mkdtemp(join(tmpdir(), 'brobygger-api-'))
  const keys = join(folder, 'keys.json')
  await ensureKeyFile({
    path: keys,
    administrations: ['children-and-youth', 'social-services'],
    contracts: [],
  })
  const port = await freePort()
  const api = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', ...NOWHERE, KEYS_FILE: keys, API_PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(api, 'exit')
  const listens = new Promise<void>((resolve, reject) => {
    api.stdout.on('data', chunk => String(chunk).includes('the API listens') && resolve())
    api.once('exit', code => reject(new Error(`the API ended with ${code}`)))
  })
  await listens
  const stop = async () => {
    api.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true })
  }
  return { url: `http://127.0.0.1:${port}/api`, stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
