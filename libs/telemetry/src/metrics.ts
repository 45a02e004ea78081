import { collectDefaultMetrics, Registry } from 'prom-client'

export { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/**
 * A registry with Node's own metrics, every metric labelled with the service's name. Counters and histograms are
 * made by whoever counts, with `registers: [registry]`; labels hold codes, never ids or names.
 */
export function metrics({ service }: { service: string }): Registry {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  return registry
}
