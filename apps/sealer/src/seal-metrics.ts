import { Counter, Gauge, type Registry } from '@brobygger/telemetry'

/** What operations watch: how far behind sealing is, and whether it stands still. */
export function sealMetrics(registry: Registry) {
  const registers = [registry]
  return {
    lag: new Gauge({
      name: 'brobygger_log_sealer_lag_seconds',
      help: 'Age of the oldest line of the access log that is not sealed yet',
      registers,
    }),
    lines: new Counter({
      name: 'brobygger_log_sealer_lines_total',
      help: 'Lines of the access log sealed by this process',
      registers,
    }),
    trouble: new Gauge({
      name: 'brobygger_log_sealer_trouble',
      help: '1 while nothing is sealed because the database or the heads are not as they should be',
      registers,
    }),
  }
}

export type SealMetrics = ReturnType<typeof sealMetrics>
