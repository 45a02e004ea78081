import { groupRoles, rebuildRole } from '../setup/roles.js'
import { tablesOfReadModel } from './0001/tables.js'
import type { SchemaChange } from './migration.js'
import { voidEventsFunction } from './read-model-functions/void-events.js'
import { rowSecurity } from './row-security.js'

/** How a process restates what an attempt that was lost had recorded. */
export const restating: SchemaChange = {
  name: '0006-restate',
  readModel: false,
  statements: schema => `
    create table ${schema}.voided_events (
      position bigint primary key,
      process text not null,
      seq integer not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      at timestamptz not null,
      "by" text,
      type text not null,
      body jsonb not null,
      voided_at timestamptz not null default now()
    );
    ${rowSecurity({ schema, tables: ['voided_events'], grants: 'select' })}
    grant insert on ${schema}.voided_events to ${rebuildRole};
    grant delete on ${['events', 'ledgers', ...tablesOfReadModel].map(name => `${schema}.${name}`).join(', ')}
      to ${rebuildRole};

    ${voidEventsFunction({ schema, create: 'create', tables: tablesOfReadModel })}
    grant create on schema ${schema} to ${rebuildRole};
    alter function ${schema}.void_events(text, integer) owner to ${rebuildRole};
    revoke create on schema ${schema} from ${rebuildRole};
    revoke execute on function ${schema}.void_events(text, integer) from public;
    grant execute on function ${schema}.void_events(text, integer) to ${groupRoles.join(', ')};`,
}
