import { rebuildRole } from '../../setup/roles.js'
import { mainSchema } from '../names.js'
import { rowSecurity } from '../row-security.js'
import { applyChangesFunction } from './apply-changes.js'
import { voidEventsFunction } from './void-events.js'

/**
 * Statements that make new tables part of the read model: row security, and the functions that may write them.
 * @param args.tables every table of the read model from now on
 * @param args.added those that are new
 */
export function extendReadModel(args: {
  schema: string
  tables: readonly string[]
  added: readonly string[]
}): string {
  const { schema, tables, added } = args
  const create = 'create or replace'
  return `
    ${rowSecurity({ schema, tables: added, grants: 'select, insert, update' })}
    ${applyChangesFunction({ schema, create, tables })}
    ${
      schema === mainSchema
        ? `
    grant delete on ${added.map(name => `${schema}.${name}`).join(', ')} to ${rebuildRole};
    grant create on schema ${schema} to ${rebuildRole};
    set local role ${rebuildRole};
    ${voidEventsFunction({ schema, create, tables })}
    reset role;
    revoke create on schema ${schema} from ${rebuildRole};`
        : ''
    }`
}
