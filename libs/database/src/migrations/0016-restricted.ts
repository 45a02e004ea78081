import { tablesWithAccessRequests } from './0014-rights.js'
import type { SchemaChange } from './migration.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['restrictions', 'urgent_accesses'] as const

/** Tables of the read model from this migration on. */
export const tablesWithRestrictions = [...tablesWithAccessRequests, ...added] as const

/** To whom alone an administration's part of a case is open, and who took urgent access to it until when. */
export const restricted: SchemaChange = {
  name: '0016-restricted',
  readModel: true,
  statements: schema => `
    create table ${schema}.restrictions (
      case_id text not null,
      administration text not null,
      practice boolean not null,
      people text[],
      since timestamptz not null,
      primary key (case_id, administration)
    );

    create table ${schema}.urgent_accesses (
      case_id text not null,
      administration text not null,
      practice boolean not null,
      person text not null,
      until timestamptz not null,
      primary key (case_id, administration, person)
    );

    ${extendReadModel({ schema, tables: tablesWithRestrictions, added })}`,
}
