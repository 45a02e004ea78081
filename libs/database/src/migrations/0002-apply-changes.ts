import { groupRoles } from '../setup/roles.js'
import { tablesOfReadModel } from './0001/tables.js'
import type { SchemaChange } from './migration.js'
import { applyChangesFunction } from './read-model-functions/apply-changes.js'

/** What writes the changes that the projection makes. */
export const applyChanges: SchemaChange = {
  name: '0002-apply-changes',
  readModel: true,
  statements: schema => `
    ${applyChangesFunction({ schema, create: 'create', tables: tablesOfReadModel })}
    revoke execute on function ${schema}.apply_changes(jsonb) from public;
    grant execute on function ${schema}.apply_changes(jsonb) to ${groupRoles.join(', ')};`,
}
