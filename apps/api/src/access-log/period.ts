import { addDays, atLocalTime } from '@brobygger/domain/policy'

/** The instants of a period of whole days in Copenhagen: from its first moment, and before the day after its last. */
export function instantsOf(days: { from?: string | undefined; to?: string | undefined }) {
  const { from, to } = days
  return {
    from: from === undefined ? undefined : atLocalTime(from, '00:00'),
    to: to === undefined ? undefined : atLocalTime(addDays(to, 1), '00:00'),
  }
}
