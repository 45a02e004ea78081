import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { poll } from '../poll.js'
import { identityOf, type ProcessIdentity } from '../process-identity.js'
import { elapsed, type Say } from '../progress.js'
import { signalGroup } from './kill-group.js'
import { partEnvironment } from './part-environment.js'
import { PartLog } from './part-log.js'
import type { Part } from './part.js'
import { Restarts } from './restarts.js'

/** Keeps one part running: starts it, waits until it serves, starts it again when it dies, stops it. */
export class SupervisedPart {
  private readonly log: PartLog
  private readonly restarts = new Restarts()
  private readonly stopping = new AbortController()
  private child: ChildProcess | undefined
  private hasServed = false
  private endedOnPurpose = false
  private life: Promise<void> | undefined
  private waiting: (() => void)[] = []

  constructor(
    readonly part: Part,
    private readonly args: {
      dataDir: string
      say: Say
      /** Told of every process that is started, and of `undefined` when the part runs no more. */
      note: (identity: ProcessIdentity | undefined) => Promise<void>
      /** Told once, when the part cannot be kept running. */
      giveUp: (reason: Error) => void
    },
  ) {
    this.log = new PartLog({
      dataDir: args.dataDir,
      name: part.name,
      isFailure: part.isFailure,
      say: args.say,
    })
  }

  get pid(): number | undefined {
    return this.child?.pid
  }

  /** Starts the part; resolves when it serves, rejects when it cannot be brought to. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve)
      this.life = this.live().then(
        () => {
          reject(new Error(`${this.part.name} was stopped before it served`))
        },
        (error: unknown) => {
          const reason = error instanceof Error ? error : new Error(String(error))
          reject(reason)
          this.args.giveUp(reason)
        },
      )
    })
  }

  /**
   * Ends the part's processes on purpose (`SIGKILL`: as a fault would, without warning); the part is started
   * again. Resolves when it serves again.
   */
  async restart(signal: NodeJS.Signals): Promise<void> {
    const again = new Promise<void>(resolve => this.waiting.push(resolve))
    this.endedOnPurpose = true
    if (this.pid !== undefined) signalGroup(this.pid, signal)
    await again
  }

  /** Ends the part in order, or by force when that takes too long. */
  async stop(): Promise<void> {
    this.stopping.abort()
    const { child } = this
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const { pid } = child
      signalGroup(pid, this.part.stopSignal)
      const force = setTimeout(() => {
        signalGroup(pid, 'SIGKILL')
      }, this.part.stopWithin)
      await once(child, 'close')
      clearTimeout(force)
    }
    await this.life
    await this.args.note(undefined)
    await this.log.close()
  }

  /** One process after the other until the part is stopped. Throws when it is to be given up. */
  private async live(): Promise<void> {
    let deathAt = 0
    for (;;) {
      const { ended } = await this.launch()
      const ready = this.waitUntilReady(ended).then(isReady => {
        if (!isReady) return
        if (deathAt > 0) this.args.say(`${this.part.name} serves again, ${elapsed(deathAt)} after it died`)
        this.hasServed = true
        for (const tell of this.waiting.splice(0)) tell()
      })
      // A part that never gets ready is ended, so that the two waits below come to an end.
      await ready.catch(async (error: unknown) => {
        if (this.pid !== undefined) signalGroup(this.pid, 'SIGKILL')
        await ended
        throw this.failure(error instanceof Error ? error.message : String(error))
      })
      const how = await ended
      if (this.stopping.signal.aborted) return
      deathAt = Date.now()
      const wait = this.endedOnPurpose ? 0 : this.restarts.afterDeath(this.hasServed)
      this.endedOnPurpose = false
      if (wait === undefined) throw this.failure(`it ended again and again, last by ${how}`)
      this.args.say(
        `${this.part.name} died (${how}); starting it again${wait > 0 ? ` in ${String(wait / 1000)} s` : ''}`,
      )
      const waited = await sleep(wait, true, { signal: this.stopping.signal }).catch(() => false)
      if (!waited) return
    }
  }

  /** Starts a process; `ended` resolves with how it ended. */
  private async launch(): Promise<{ ended: Promise<string> }> {
    const { part } = this
    const child = spawn(part.command, part.args, {
      cwd: part.folder,
      env: partEnvironment(process.env, part.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own: Ctrl-C in the terminal does not reach it, and it can be killed as a whole.
      detached: true,
      ...part.user,
    })
    this.child = child
    this.log.follow(child.stdout, 'stdout')
    this.log.follow(child.stderr, 'stderr')
    const ended = new Promise<string>(resolve => {
      child.once('error', error => {
        resolve(error.message)
      })
      child.once('close', (code, signal) => {
        resolve(signal ?? `exit code ${String(code)}`)
      })
    })
    if (child.pid !== undefined) await this.args.note(await identityOf(child.pid))
    return { ended }
  }

  /** @returns false when the process ended before it served */
  private async waitUntilReady(ended: Promise<string>): Promise<boolean> {
    const done = new AbortController()
    const ready = poll({
      what: this.part.name,
      within: this.part.readyWithin,
      every: 100,
      signal: done.signal,
      attempt: async () => ((await this.part.isReady()) ? true : undefined),
    })
    try {
      return await Promise.race([ready, ended.then(() => false)])
    } finally {
      done.abort()
      ready.catch(() => undefined)
    }
  }

  private failure(reason: string): Error {
    return new Error(
      `${this.part.name} could not be kept running: ${reason}\n  last lines of ${this.log.file}:\n${this.log.tail()}`,
    )
  }
}
