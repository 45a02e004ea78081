import { groupRoles } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'

/**
 * Systems outside that do not answer, and when they are asked again: one row while it lasts, which every worker sees and
 * whoever gets an answer takes away. It says nothing of any case.
 */
export const breakers: SchemaChange = {
  name: '0023-breakers',
  readModel: false,
  statements: schema => `
    create table ${schema}.breakers (
      system text primary key,
      failing_since timestamptz not null,
      failures integer not null,
      reason text not null,
      next_try_at timestamptz not null
    );
    grant select, insert, update, delete on ${schema}.breakers to ${groupRoles.join(', ')};`,
}
