import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { isAlive, type ProcessIdentity } from '../process-identity.js'
import { withFolder } from '../testing.js'
import { endLeftovers } from './leftovers.js'
import { readRunning, writeRunning } from './running-file.js'

/** A supervisor in a process of its own, compiled, with one part that would run for ever. */
const script = (folder: string) => `
  const { Supervisor } = await import(${JSON.stringify(new URL('../../dist/supervise/supervisor.js', import.meta.url).href)})
  const supervisor = await Supervisor.open({ dataDir: ${JSON.stringify(folder)}, say: () => {}, onFailure: () => {} })
  await supervisor.start({ name: 'part', command: 'sleep', args: ['600'], env: {}, folder: '/', readyWithin: 1000,
    isReady: async () => true, stopSignal: 'SIGTERM', stopWithin: 1000, isFailure: () => false })
  console.log('up')
  setInterval(() => {}, 1000)`

async function untilGone(identity: ProcessIdentity): Promise<boolean> {
  for (let i = 0; i < 100 && (await isAlive(identity)); i++) await sleep(100)
  return !(await isAlive(identity))
}

describe('when the supervisor is killed', () => {
  it('its guard ends the parts', () =>
    withFolder(async folder => {
      const supervisor = spawn(process.execPath, ['--input-type=module', '-e', script(folder)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env['PATH'] },
      })
      await once(supervisor.stdout, 'data')
      const part = (await readRunning(folder)).parts['part']
      if (!part) throw new Error('the part was not noted')
      expect(await isAlive(part)).toBe(true)
      supervisor.kill('SIGKILL')
      expect(await untilGone(part)).toBe(true)
    }))

  it('the next start ends what is left, and nothing that merely has the same number', () =>
    withFolder(async folder => {
      const left = spawn('sleep', ['600'], { detached: true })
      const other = spawn('sleep', ['600'], { detached: true })
      const started = async (pid = 0) => (await import('../process-identity.js')).identityOf(pid)
      const [leftIdentity, otherIdentity] = [await started(left.pid), await started(other.pid)]
      if (!leftIdentity || !otherIdentity) throw new Error('sleep does not run')
      await writeRunning(folder, { parts: { left: leftIdentity, other: { ...otherIdentity, started: '1' } } })
      expect(await endLeftovers(folder)).toEqual(['left'])
      expect(await isAlive(leftIdentity)).toBe(false)
      expect(await isAlive(otherIdentity)).toBe(true)
      other.kill()
    }))
})
