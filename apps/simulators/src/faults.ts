import { z } from 'zod'

/** How often and until when a fault holds; without either it holds until it is lifted. */
const extent = {
  /** Number of requests it hits before it is gone. */
  count: z.int().positive().optional(),
  /** Instant from which it no longer hits anything. */
  until: z.iso.datetime().optional(),
}

/**
 * A fault on request. In the order in which it strikes:
 * - `latency` the request waits `ms` milliseconds and is then handled as usual.
 * - `down` nobody answers: the connection is closed.
 * - `reset` the connection is reset before anything is done.
 * - `status` refused with this status, and `Retry-After: retryAfter` (seconds) when given; nothing is done.
 * - `late` letters only: taken in, but delivery is not known yet.
 * - `half` done, and half of the answer is sent.
 * - `malformed` done, and the answer is a web page where JSON should be.
 * - `lostAnswer` done, and the connection is reset before the answer.
 */
export const faultSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('latency'), ms: z.int().positive().max(600_000), ...extent }),
  z.strictObject({ mode: z.literal('down'), ...extent }),
  z.strictObject({ mode: z.literal('reset'), ...extent }),
  z.strictObject({
    mode: z.literal('status'),
    status: z.int().min(400).max(599),
    retryAfter: z.int().nonnegative().optional(),
    ...extent,
  }),
  z.strictObject({ mode: z.literal('late'), ...extent }),
  z.strictObject({ mode: z.literal('half'), ...extent }),
  z.strictObject({ mode: z.literal('malformed'), ...extent }),
  z.strictObject({ mode: z.literal('lostAnswer'), ...extent }),
])
export type Fault = z.infer<typeof faultSchema>
export type FaultMode = Fault['mode']

/** The faults that hold now, at most one a service. They live in memory: a restart heals everything. */
export class Faults {
  readonly #byService = new Map<string, Fault>()

  /** Sets a service's fault, in place of the one before. */
  set(service: string, fault: Fault): void {
    this.#byService.set(service, fault)
  }

  /** Lifts a service's fault, if there is one. */
  lift(service: string): void {
    this.#byService.delete(service)
  }

  /** The fault that hits the request at hand, counted down; undefined when all is well. */
  strike(service: string): Fault | undefined {
    const fault = this.#holding(service)
    if (fault?.count === undefined) return fault
    if (fault.count > 1) this.#byService.set(service, { ...fault, count: fault.count - 1 })
    else this.lift(service)
    return fault
  }

  /** All faults that hold now, by service. */
  list(): Record<string, Fault> {
    const services = [...this.#byService.keys()]
    return Object.fromEntries(
      services.flatMap(service => {
        const fault = this.#holding(service)
        return fault ? [[service, fault]] : []
      }),
    )
  }

  #holding(service: string): Fault | undefined {
    const fault = this.#byService.get(service)
    if (fault?.until !== undefined && Date.now() >= Date.parse(fault.until)) {
      this.lift(service)
      return undefined
    }
    return fault
  }
}
