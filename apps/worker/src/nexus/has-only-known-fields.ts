/**
 * Whether a message has no field but those that its schema let through, at any depth: a schema drops what it does not
 * know, and what may not cross must not be dropped in silence.
 */
export function hasOnlyKnownFields(message: unknown, parsed: unknown): boolean {
  if (typeof message !== 'object' || message === null) return true
  if (typeof parsed !== 'object' || parsed === null) return false
  return Object.entries(message).every(
    ([name, value]) =>
      value === undefined ||
      (Object.hasOwn(parsed, name) && hasOnlyKnownFields(value, Reflect.get(parsed, name))),
  )
}
