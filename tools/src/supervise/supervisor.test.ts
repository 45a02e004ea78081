import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { identityOf } from '../process-identity.js'
import { withFolder } from '../testing.js'
import { killPart } from './kill-part.js'
import type { Part } from './part.js'
import { readRunning } from './running-file.js'
import { Supervisor } from './supervisor.js'

const lives =
  "process.on('SIGTERM', () => { console.log('bye'); process.exit(0) }); setInterval(() => {}, 1000)"

/** A part that runs a line of JavaScript; it serves as soon as it has printed `up`. */
function part(folder: string, name: string, script: string): Part {
  return {
    name,
    command: process.execPath,
    args: ['-e', script],
    env: {},
    folder,
    isReady: async () => (await readFile(join(folder, 'logs', `${name}.log`), 'utf8')).includes('up\n'),
    readyWithin: 5000,
    stopSignal: 'SIGTERM',
    stopWithin: 500,
    isFailure: line => line.startsWith('Error'),
  }
}

async function supervised(
  work: (args: {
    folder: string
    supervisor: Supervisor
    lines: string[]
    failures: Error[]
  }) => Promise<void>,
): Promise<void> {
  await withFolder(async folder => {
    const lines: string[] = []
    const failures: Error[] = []
    const supervisor = await Supervisor.open({
      dataDir: folder,
      say: line => lines.push(line),
      onFailure: reason => failures.push(reason),
    })
    try {
      await work({ folder, supervisor, lines, failures })
    } finally {
      await supervisor.stop()
    }
  })
}

const pidOf = async (folder: string, name: string) => (await readRunning(folder)).parts[name]?.pid ?? 0

describe('Supervisor', () => {
  it('starts parts, keeps their output, and stops them in order without leaving any', () =>
    supervised(async ({ folder, supervisor }) => {
      await supervisor.start(part(folder, 'first', `console.log('up');${lives}`))
      await supervisor.start(part(folder, 'second', `console.log('up');${lives}`))
      const pids = [await pidOf(folder, 'first'), await pidOf(folder, 'second')]
      expect(await Promise.all(pids.map(identityOf))).not.toContain(undefined)
      await supervisor.stop()
      expect(await Promise.all(pids.map(identityOf))).toEqual([undefined, undefined])
      expect(await readFile(join(folder, 'logs', 'first.log'), 'utf8')).toBe('up\nbye\n')
      expect(await readRunning(folder)).toEqual({ parts: {} })
    }))

  it('ends the processes a part has started, too', () =>
    supervised(async ({ folder, supervisor }) => {
      const child = "require('child_process').spawn('sleep', ['60'], { stdio: 'inherit' })"
      await supervisor.start(
        part(folder, 'parent', `const c = ${child}; console.log(c.pid); console.log('up');${lives}`),
      )
      const [pid = ''] = (await readFile(join(folder, 'logs', 'parent.log'), 'utf8')).split('\n')
      expect(await identityOf(Number(pid))).toBeDefined()
      await supervisor.stop()
      expect(await identityOf(Number(pid))).toBeUndefined()
    }))

  it('kills a part that does not end when it is told to', () =>
    supervised(async ({ folder, supervisor }) => {
      await supervisor.start(
        part(
          folder,
          'stubborn',
          "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)",
        ),
      )
      const pid = await pidOf(folder, 'stubborn')
      await supervisor.stop()
      expect(await identityOf(pid)).toBeUndefined()
    }))

  it('names a part that dies and starts it again', () =>
    supervised(async ({ folder, supervisor, lines }) => {
      await supervisor.start(part(folder, 'mortal', `console.log('up');${lives}`))
      const before = await pidOf(folder, 'mortal')
      await killPart({ dataDir: folder, name: 'mortal' })
      while (!lines.some(line => line.startsWith('mortal serves again'))) await sleep(50)
      expect(lines).toContain('mortal died (SIGKILL); starting it again in 0.25 s')
      expect(await pidOf(folder, 'mortal')).not.toBe(before)
    }))

  it('kills and restarts on request, and tells when the part serves again', () =>
    supervised(async ({ folder, supervisor }) => {
      await supervisor.start(part(folder, 'mortal', `console.log('up');${lives}`))
      const first = await pidOf(folder, 'mortal')
      await supervisor.kill('mortal')
      const second = await pidOf(folder, 'mortal')
      await supervisor.restart('mortal')
      expect(new Set([first, second, await pidOf(folder, 'mortal')]).size).toBe(3)
    }))

  it('gives up on a part that cannot start, with its name and last words', () =>
    supervised(async ({ folder, supervisor, failures }) => {
      const start = supervisor.start(part(folder, 'broken', "console.log('no database'); process.exit(3)"))
      await expect(start).rejects.toThrow(
        /^broken could not be kept running: .* exit code 3\n[\s\S]*no database/,
      )
      expect(failures).toHaveLength(1)
    }))

  it('gives up on a part that never serves', () =>
    supervised(async ({ folder, supervisor }) => {
      const start = supervisor.start({ ...part(folder, 'idle', lives), readyWithin: 300 })
      await expect(start).rejects.toThrow(/^idle could not be kept running: idle: not there after 0.3 s/)
    }))

  it('names a program that is missing', () =>
    supervised(async ({ folder, supervisor }) => {
      const start = supervisor.start({ ...part(folder, 'ghost', ''), command: '/no/such/program' })
      await expect(start).rejects.toThrow(/ghost could not be kept running: .*ENOENT/)
    }))

  it('shows a part’s failures on the console, but not endlessly', () =>
    supervised(async ({ folder, supervisor, lines }) => {
      const noise = "for (let i = 0; i < 50; i++) console.log('Error ' + i); console.log('up');"
      await supervisor.start(part(folder, 'noisy', `${noise}${lives}`))
      expect(lines.filter(line => line.startsWith('noisy: Error'))).toHaveLength(3)
      expect(lines.filter(line => line.includes('more in'))).toHaveLength(1)
    }))
})
