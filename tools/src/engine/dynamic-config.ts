/**
 * Settings the running server reads.
 *
 * Time may be skipped in practice namespaces only: elsewhere whoever has write access could jump over a real
 * case's statutory deadline.
 */
export function dynamicConfig(practiceNamespaces: readonly string[]): Record<string, unknown> {
  return {
    'frontend.WorkflowTimeSkippingEnabled': practiceNamespaces.map(namespace => ({
      value: true,
      constraints: { namespace },
    })),
    // A year of a case is dozens of reminders and steps; the default of 200 would stop half-way.
    'frontend.WorkflowTimeSkippingMaxSkipPerSession': [{ value: 2000 }],
    // Timers fire up to a second late by default, which a practice case pays at every date it is played over.
    'history.timerProcessorMaxTimeShift': [{ value: '50ms' }],
  }
}
