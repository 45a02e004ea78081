import { chmod, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { freePorts } from '../ports.js'
import { settleDatabase } from '../setup/database.js'
import { Supervisor } from '../supervise/supervisor.js'
import { withFolder } from '../testing.js'
import { standIn } from './place.js'

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const isRoot = process.getuid?.() === 0

const open = (dataDir: string) =>
  Supervisor.open({
    dataDir,
    say: () => undefined,
    onFailure: () => undefined,
  })

async function settle(dataDir: string) {
  // Made by withFolder for its owner alone; PostgreSQL does not run as root.
  if (isRoot) await chmod(dirname(dataDir), 0o711)
  const [port = 0] = await freePorts(1)
  const database = await settleDatabase({ env: {}, dataDir, port, password: 'made-up', say: () => undefined })
  if (!database.part) throw new Error('an embedded PostgreSQL was expected')
  return { adminUrl: database.adminUrl, part: database.part }
}

describe('embedded PostgreSQL', () => {
  it('keeps what was committed over a kill, a stop and a start on another port', () =>
    withFolder(async folder => {
      const dataDir = join(folder, 'data')
      const first = await settle(dataDir)
      const supervisor = await open(dataDir)
      try {
        await supervisor.start(first.part)
        await query(first.adminUrl, 'create table kept as select 42 as answer')
        await supervisor.kill('postgres')
        expect(await query(first.adminUrl, 'select * from kept')).toEqual([{ answer: 42 }])
      } finally {
        await supervisor.stop()
      }
      const second = await settle(dataDir)
      const again = await open(dataDir)
      try {
        await again.start(second.part)
        expect(await query(second.adminUrl, 'select * from kept')).toEqual([{ answer: 42 }])
      } finally {
        await again.stop()
      }
    }))

  it('makes every commit durable and asks for a password', () =>
    withFolder(async folder => {
      const dataDir = join(folder, 'data')
      const { adminUrl, part } = await settle(dataDir)
      const supervisor = await open(dataDir)
      try {
        await supervisor.start(part)
        const settings =
          "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit') order by 1"
        expect(await query(adminUrl, settings)).toEqual([
          { name: 'fsync', setting: 'on' },
          { name: 'synchronous_commit', setting: 'on' },
        ])
        await expect(query(adminUrl.replace('made-up', 'guessed'), 'select 1')).rejects.toThrow('password')
      } finally {
        await supervisor.stop()
      }
    }))
})

const asRoot = isRoot ? it : it.skip

describe('embedded PostgreSQL under a folder that only root can enter', () => {
  asRoot('runs from a folder of the system', () =>
    withFolder(async dataDir => {
      const lines: string[] = []
      const [port = 0] = await freePorts(1)
      const say = (line: string) => lines.push(line)
      await mkdir(join(dataDir, 'inside'))
      await chmod(dataDir, 0o700)
      const inside = join(dataDir, 'inside')
      try {
        const { adminUrl, part } = await settleDatabase({
          env: {},
          dataDir: inside,
          port,
          password: 'made-up',
          say,
        })
        if (!part) throw new Error('an embedded PostgreSQL was expected')
        const supervisor = await open(inside)
        try {
          await supervisor.start(part)
          expect(await query(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
        } finally {
          await supervisor.stop()
        }
        expect(lines).toEqual([expect.stringContaining('/var/lib/brobygger/')])
      } finally {
        await rm(standIn(inside), { recursive: true, force: true })
      }
    }),
  )
})

describe('a PostgreSQL of somebody else', () => {
  it('is named by its variable, not by its address, when it does not answer', async () => {
    const settled = settleDatabase({
      env: { DATABASE_URL: 'postgres://me:s3cret@127.0.0.1:9/x' },
      dataDir: '/nonexistent',
      port: 1,
      password: '',
      say: () => undefined,
    })
    await expect(settled).rejects.toThrow(/^PostgreSQL at DATABASE_URL does not answer/)
    await expect(settled).rejects.not.toThrow('s3cret')
  })
})
