import { eraserRoles, erasureRole } from '../setup/roles.js'
import { tablesWithRestrictions } from './0016-restricted.js'
import { anonymous, endErasure, eraseLog, noteErasure } from './erasure/erase-log.js'
import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'
import { rowSecurity } from './row-security.js'

const added = ['retention_items', 'certificates'] as const

/** Tables of the read model from this migration on. */
export const tablesWithErasure = [...tablesWithRestrictions, ...added] as const

/**
 * Which cases have been kept long enough, the certificates of those that were erased, and the one way in which the log
 * is ever changed: by functions that only the erasers may call, on the case that an erasure names.
 */
export const erasure: SchemaChange = {
  name: '0019-erasure',
  readModel: true,
  statements: schema => `
    create table ${schema}.retention_items (
      process text not null,
      item text not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      ended_on date not null,
      rule text not null,
      decision text check (decision in ('erase', 'keep', 'archive')),
      reason text,
      next_on date,
      decided_at timestamptz,
      decided_by text,
      primary key (process, item)
    );
    create index retention_items_item on ${schema}.retention_items (item);

    create table ${schema}.certificates (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      grounds text not null,
      requester text,
      outcome text check (outcome in ('erased', 'refused')),
      obstacle text,
      certificate jsonb,
      hash text,
      requested_at timestamptz not null,
      text_ref text
    );

    ${extendReadModel({ schema, tables: tablesWithErasure, added })}
    ${schema === mainSchema ? mapping(schema) : ''}`,
}

const functions = [
  'erase_log(text)',
  'note_erasure(text, text, jsonb)',
  'end_erasure(text)',
  'anonymous(jsonb, text, text, text, text)',
]

/** Which case an erasure is about, until it is done; and what erasers may do. */
const mapping = (schema: string): string => `
    create table ${schema}.erasures (
      process text primary key,
      administration text not null,
      practice boolean not null,
      case_id text,
      reference text,
      counts jsonb not null default '{}',
      begun_at timestamptz not null default now(),
      done_at timestamptz
    );
    create unique index erasures_case on ${schema}.erasures (case_id, administration) where case_id is not null;
    ${rowSecurity({ schema, tables: ['erasures'], grants: 'select, insert' })}

    grant usage on schema ${schema} to ${eraserRoles.join(', ')}, ${erasureRole};
    grant update on ${schema}.events, ${schema}.voided_events to ${erasureRole};
    grant update on ${schema}.erasures to ${erasureRole};
    grant delete on ${schema}.voided_events, ${schema}.idempotency, ${schema}.curve_codes to ${erasureRole};
    grant select on ${schema}.idempotency, ${schema}.curve_codes, ${schema}.staff to ${erasureRole};

    ${anonymous(schema)}
    ${eraseLog(schema)}
    ${noteErasure(schema)}
    ${endErasure(schema)}
    grant create on schema ${schema} to ${erasureRole};
    ${functions.map(name => `alter function ${schema}.${name} owner to ${erasureRole};`).join('\n    ')}
    revoke create on schema ${schema} from ${erasureRole};
    -- Only the owner's revocation counts: another's is answered with a warning.
    set local role ${erasureRole};
    revoke execute on function ${functions.map(name => `${schema}.${name}`).join(', ')} from public;
    grant execute on function ${functions
      .slice(0, 3)
      .map(name => `${schema}.${name}`)
      .join(', ')} to ${eraserRoles.join(', ')};
    reset role;`
