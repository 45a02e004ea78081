/** How long a service that did not answer in time is left alone by calls that somebody waits for, in milliseconds. */
const REST = 30_000
/** When a call counts as failed although it has not come back, in milliseconds; below the activity's own limit. */
const TOO_LONG = 900

/**
 * Lets a call that a caseworker waits for through only while the service answers. During an outage one call in half
 * a minute is slow; the others go straight to the patient way.
 */
export class Breaker {
  private openUntil = 0

  /** @throws whatever the call throws, or `Resting` at once while the service is left alone */
  async call<T>(run: () => Promise<T>): Promise<T> {
    if (Date.now() < this.openUntil) throw new Resting()
    const tooLong = setTimeout(() => this.open(), TOO_LONG)
    try {
      return await run()
    } catch (error) {
      this.open()
      throw error
    } finally {
      clearTimeout(tooLong)
    }
  }

  private open(): void {
    this.openUntil = Date.now() + REST
  }
}

/** The service is left alone for a while. */
export class Resting extends Error {}
