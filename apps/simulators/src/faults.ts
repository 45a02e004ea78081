import { z } from 'zod'

/** From and until when a fault holds, and how often; without any of them it holds until it is lifted. */
const extent = {
  /** Instant before which it hits nothing. */
  from: z.iso.datetime().optional(),
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
 * - `expiredCertificate` whoever connects anew meets a certificate that has ended; the services that ask who calls
 *   share one door, so it ends for all of them.
 * - `late` Digital Post only: taken in, but whether it was delivered is not told.
 * - `double` Digital Post only: whether it was delivered is told twice, and in the wrong order.
 * - `stale` the person register only: it answers as it did before anything changed.
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
  z.strictObject({ mode: z.literal('expiredCertificate'), ...extent }),
  z.strictObject({ mode: z.literal('late'), ...extent }),
  z.strictObject({ mode: z.literal('double'), ...extent }),
  z.strictObject({ mode: z.literal('stale'), ...extent }),
  z.strictObject({ mode: z.literal('half'), ...extent }),
  z.strictObject({ mode: z.literal('malformed'), ...extent }),
  z.strictObject({ mode: z.literal('lostAnswer'), ...extent }),
])
export type Fault = z.infer<typeof faultSchema>
export type FaultMode = Fault['mode']

/** What is to go wrong with a service: one fault, or several, of which the first that holds strikes. */
export const planSchema = z.union([
  faultSchema.transform(fault => [fault]),
  z.array(faultSchema).min(1).max(1_000),
])

/** What goes wrong, by service. It lives in memory: a restart heals everything. */
export class Faults {
  readonly #plans = new Map<string, readonly Fault[]>()

  /** Sets a service's plan, in place of the one before. */
  set(service: string, ...plan: readonly Fault[]): void {
    this.#plans.set(service, plan)
  }

  /** Lifts whatever is planned for a service. */
  lift(service: string): void {
    this.#plans.delete(service)
  }

  /** The fault that hits the request at hand, counted down; undefined when all is well. */
  strike(service: string): Fault | undefined {
    const fault = this.holding(service)
    if (fault?.count === undefined) return fault
    const left = { ...fault, count: fault.count - 1 }
    const plan = (this.#plans.get(service) ?? []).map(each => (each === fault ? left : each))
    this.#plans.set(service, plan)
    return fault
  }

  /** All faults that hold now, by service. */
  list(): Record<string, Fault> {
    const services = [...this.#plans.keys()]
    return Object.fromEntries(
      services.flatMap(service => {
        const fault = this.holding(service)
        return fault ? [[service, fault]] : []
      }),
    )
  }

  /** The fault that holds now for a service. */
  holding(service: string): Fault | undefined {
    const now = Date.now()
    return (this.#plans.get(service) ?? []).find(
      ({ count, from, until }) =>
        count !== 0 &&
        (from === undefined || now >= Date.parse(from)) &&
        (until === undefined || now < Date.parse(until)),
    )
  }
}
