/**
 * Moments between an effect and its acknowledgement: the worker has done something and nobody has heard of it yet.
 * A test kills the worker there and looks whether anything is lost or done twice.
 */
export const failpoints = [
  'after-record',
  'after-letter',
  'after-family-case',
  'after-look-up',
  'after-case-indexed',
  'after-consent-started',
  'after-told',
  'after-nexus-start',
  'after-nexus-tell',
  'after-erased-executions',
  'after-forgotten-outside',
  'after-erased-texts',
  'after-erased-log',
  'after-certified',
] as const

export type Failpoint = (typeof failpoints)[number]
