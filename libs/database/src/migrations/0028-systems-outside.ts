import { erasureRole } from '../setup/roles.js'
import { anonymous } from './erasure/erase-log.js'
import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'

/**
 * A child may be known in another system; and an erasure takes the numbers of other systems along that somebody has typed: in
 * the answer to a task as in the event that follows.
 */
export const systemsOutside: SchemaChange = {
  name: '0028-systems-outside',
  readModel: true,
  statements: schema => `
    alter table ${schema}.relations drop constraint relations_relation_check,
      add constraint relations_relation_check check (relation in ('sibling', 'sameChild', 'otherSystem'));
    ${schema === mainSchema ? numbersGo(schema) : ''}`,
}

/** The function by which an erasure takes numbers along, as it is today. */
export const numbersGo = (schema: string): string => `
    grant create on schema ${schema} to ${erasureRole};
    set local role ${erasureRole};
    ${anonymous(schema, 'create or replace')}
    reset role;
    revoke create on schema ${schema} from ${erasureRole};`
