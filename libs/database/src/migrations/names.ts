/** Schema of the event log, the read model and the organisation. */
export const mainSchema = 'brobygger'
/** Schema of the encrypted texts. */
export const vaultSchema = 'vault'
/** Schema of the access log. */
export const accessLogSchema = 'access_log'

/**
 * A schema's name, safe to stand in a statement.
 * @throws Error when it is more than lower-case letters, digits and `_`
 */
export function schemaName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name))
    throw new Error('A schema name has lower-case letters, digits and _')
  return name
}
