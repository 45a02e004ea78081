/**
 * Decides how long to wait before a part that died is started again, and when to give up. The wait doubles from
 * a quarter of a second to five; deaths older than a minute are forgotten.
 */
export class Restarts {
  private deaths: number[] = []

  constructor(
    private readonly now: () => number = Date.now,
    /** Deaths within a minute that a part may have once it has served. */
    private readonly limit = 8,
    /** A part that never served has something wrong that waiting does not heal. */
    private readonly limitBeforeServing = 3,
  ) {}

  /** @returns milliseconds to wait before the next start, or undefined to give up */
  afterDeath(hasServed: boolean): number | undefined {
    const now = this.now()
    this.deaths = [...this.deaths.filter(time => time > now - 60_000), now]
    if (this.deaths.length >= (hasServed ? this.limit : this.limitBeforeServing)) return undefined
    return Math.min(250 * 2 ** (this.deaths.length - 1), 5000)
  }
}
