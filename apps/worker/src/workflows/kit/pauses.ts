import { rules, type Deadline } from '@brobygger/domain/policy'

/** Whether a pause moves the deadline: only local ones, a statutory clock runs on. */
export function isPausable(deadline: Deadline): boolean {
  return rules.some(
    rule => rule.id === deadline.rule && rule.version === deadline.ruleVersion && rule.pausable,
  )
}

/** The pauses of a process, the last of which may still run. */
export class Pauses {
  constructor(readonly entries: { from: string; to: string | null }[]) {}

  /** Whether the process is paused now. */
  get running(): boolean {
    return this.entries.at(-1)?.to === null
  }

  /** The finished pauses: those that have moved a date. */
  get list(): readonly { from: string; to: string }[] {
    return this.entries.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]))
  }

  begin(at: string): void {
    this.entries.push({ from: at, to: null })
  }

  end(at: string): void {
    const last = this.entries.at(-1)
    if (last !== undefined) last.to = at
  }
}
