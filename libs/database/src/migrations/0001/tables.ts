/** Tables of the read model as this migration made it. */
export const tablesOfReadModel = [
  'cases',
  'processes',
  'waits',
  'responsibilities',
  'tasks',
  'deadlines',
  'consents',
  'consent_answers',
  'handovers',
  'help_reports',
  'letters',
  'notes',
  'documents',
] as const
