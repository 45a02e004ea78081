import { groupRoles, rebuildRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'

/**
 * Closes `void_events` to everybody but the administrations. Migration 0006 meant to, but the revocation was made by a
 * role that does not own the function, which PostgreSQL answers with a warning and nothing else.
 */
export const voidEventsClosed: SchemaChange = {
  name: '0018-void-events',
  readModel: false,
  statements: schema => `
    set local role ${rebuildRole};
    revoke execute on function ${schema}.void_events(text, integer) from public;
    grant execute on function ${schema}.void_events(text, integer) to ${groupRoles.join(', ')};
    reset role;`,
}
