import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ProcessIdentity } from '../process-identity.js'
import { elapsed, type Say } from '../progress.js'
import { endLeftovers } from './leftovers.js'
import type { Part } from './part.js'
import { writeRunning } from './running-file.js'
import { SupervisedPart } from './supervised-part.js'

/** Starts parts, keeps them running, and stops them in the reverse order. */
export class Supervisor {
  private readonly levels: SupervisedPart[][] = []
  private readonly identities: Record<string, ProcessIdentity> = {}
  private guard: ChildProcess | undefined
  private writing: Promise<void> = Promise.resolve()
  private stopped: Promise<void> | undefined

  private constructor(
    private readonly args: { dataDir: string; say: Say; onFailure: (reason: Error) => void },
  ) {}

  /**
   * Cleans up what an earlier supervisor of the same data folder left behind, and gets ready to start parts.
   *
   * @param args.onFailure told when a part that served cannot be kept running; whoever is told stops the rest
   */
  static async open(args: {
    dataDir: string
    say: Say
    onFailure: (reason: Error) => void
  }): Promise<Supervisor> {
    const ended = await endLeftovers(args.dataDir)
    if (ended.length > 0) args.say(`Ended what was left of an earlier run: ${ended.join(', ')}`)
    const supervisor = new Supervisor(args)
    await supervisor.writeIdentities()
    supervisor.startGuard()
    return supervisor
  }

  /** Starts parts that do not need each other, and waits until all of them serve. */
  async start(...parts: Part[]): Promise<void> {
    if (this.stopped) throw new Error('everything is being stopped; nothing new is started')
    const level = parts.map(
      part =>
        new SupervisedPart(part, {
          dataDir: this.args.dataDir,
          say: this.args.say,
          note: identity => this.note(part.name, identity),
          giveUp: this.args.onFailure,
        }),
    )
    this.levels.push(level)
    await Promise.all(
      level.map(async supervised => {
        const began = Date.now()
        await supervised.start()
        this.args.say(`${supervised.part.name} serves: ${elapsed(began)}`)
      }),
    )
  }

  /** Names of all parts in the order of their start. */
  get names(): string[] {
    return this.levels.flat().map(({ part }) => part.name)
  }

  /** Kills a part without warning, as a fault would; resolves when it has been started again and serves. */
  kill(name: string): Promise<void> {
    return this.find(name).restart('SIGKILL')
  }

  /** Ends a part in order and starts it again, as a release would; resolves when it serves. */
  restart(name: string): Promise<void> {
    const found = this.find(name)
    return found.restart(found.part.stopSignal)
  }

  /** Stops all parts, those started last first. Safe to call twice. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll()
    return this.stopped
  }

  private async stopAll(): Promise<void> {
    for (const level of this.levels.toReversed()) await Promise.all(level.map(part => part.stop()))
    await this.writing
    this.guard?.kill('SIGKILL')
  }

  private find(name: string): SupervisedPart {
    const found = this.levels.flat().find(({ part }) => part.name === name)
    if (!found) throw new Error(`There is no part ${name}; there are ${this.names.join(', ')}.`)
    return found
  }

  private async note(name: string, identity: ProcessIdentity | undefined): Promise<void> {
    if (identity) this.identities[name] = identity
    else Reflect.deleteProperty(this.identities, name)
    await this.writeIdentities()
  }

  /** One write after the other: parts start and stop side by side. */
  private writeIdentities(): Promise<void> {
    this.writing = this.writing.then(() => writeRunning(this.args.dataDir, { parts: { ...this.identities } }))
    return this.writing
  }

  private startGuard(): void {
    const script = fileURLToPath(new URL('./guard.js', import.meta.url))
    this.guard = spawn(process.execPath, [script, this.args.dataDir], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    })
    this.guard.unref()
  }
}
