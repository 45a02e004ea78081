import { groupRoles } from '../setup/roles.js'
import { casesDdl } from './0001/cases.js'
import { consentsDdl } from './0001/consents.js'
import { entriesDdl } from './0001/entries.js'
import { handoversDdl } from './0001/handovers.js'
import { tasksDdl } from './0001/tasks.js'
import type { SchemaChange } from './migration.js'
import { tablesOfReadModel as tables } from './0001/tables.js'
import { rowSecurity } from './row-security.js'

/** Worklist, cases, deadlines, consents and handovers: all that follows from the event log. */
export const readModel: SchemaChange = {
  name: '0001-read-model',
  readModel: true,
  statements: schema => `
    grant usage on schema ${schema} to ${groupRoles.join(', ')};
    ${[casesDdl, tasksDdl, consentsDdl, handoversDdl, entriesDdl].map(ddl => ddl(schema)).join('\n')}
    ${rowSecurity({ schema, tables, grants: 'select, insert, update' })}`,
}
