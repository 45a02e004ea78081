import type { Output } from './failures.js'

/** One process of the system, as the supervisor starts, watches and stops it. */
export interface Part {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Folder it runs in; the repository's unless it runs as another user. */
  readonly folder: string
  /** User and group to run as; the supervisor's own when left out. */
  readonly user?: { readonly uid: number; readonly gid: number }
  /** Asks the part whether it serves; an error counts as 'not yet'. */
  readonly isReady: () => Promise<boolean>
  /** Milliseconds it may take until it serves. */
  readonly readyWithin: number
  /** The signal on which it ends in order. */
  readonly stopSignal: 'SIGTERM' | 'SIGINT'
  /** Milliseconds it may take to end before it is killed. */
  readonly stopWithin: number
  /** Whether a line of its output is a failure that belongs on the console. */
  readonly isFailure: (line: string, output: Output) => boolean
}
