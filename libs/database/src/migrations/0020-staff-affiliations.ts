import { ownerRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { rowSecurity } from './row-security.js'

/**
 * Who works where is seen by the administration they work in, as every other row with an administration. The owner,
 * which otherwise sees no rows, loads it from the municipality's file.
 */
export const staffAffiliationsSecured: SchemaChange = {
  name: '0020-staff-affiliations',
  readModel: false,
  statements: schema => `
    ${rowSecurity({ schema, tables: ['staff_affiliations'], grants: 'select' })}
    create policy loading on ${schema}.staff_affiliations to ${ownerRole} using (true) with check (true);`,
}
