import { administrations, type Administration } from '@brobygger/domain/codes'
import { apiRole, groupRole, vaultRole, workerRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { mainSchema, vaultSchema as vault } from './names.js'

const readers = (code: Administration): string => `${workerRole(code)}, ${vaultRole(code)}`
const everybody = administrations.codes.map(readers).join(', ')

/**
 * In which cases somebody has a protected address, and what they are to the child: no name, number or address. It is
 * looked at by every administration, because what is hidden is hidden in all of them at once. And which processes of a
 * case wait for what, for lists.
 */
export const protectedPersons: SchemaChange = {
  name: '0027-protected-persons',
  readModel: true,
  statements: schema => `
    create index waits_case on ${schema}.waits (case_id) where ended_at is null;
    ${schema === mainSchema ? table(schema) : ''}`,
}

const table = (schema: string): string => `
    create table ${vault}.protected_persons (
      person text primary key,
      administration text not null,
      case_id text not null,
      practice boolean not null,
      relation text not null,
      -- Goes with the person.
      foreign key (person, administration, case_id) references ${vault}.persons (id, administration, case_id)
        on delete cascade
    );
    create index protected_persons_case on ${vault}.protected_persons (case_id);
    ${knownBefore(schema)}
    alter table ${vault}.protected_persons enable row level security;
    alter table ${vault}.protected_persons force row level security;
    grant select, insert, delete on ${vault}.protected_persons to ${everybody};
    grant usage on schema ${vault} to ${apiRole};
    grant select on ${vault}.protected_persons to ${apiRole};
    create policy known on ${vault}.protected_persons for select to ${everybody}, ${apiRole} using (true);
    ${administrations.codes
      .map(
        code => `create policy ${groupRole(code)} on ${vault}.protected_persons to ${readers(code)}
          using (administration = '${code}') with check (administration = '${code}');`,
      )
      .join('\n    ')}`

/** Tables whose owner must see every row for once. */
const looked = (schema: string) => [`${vault}.persons`, `${schema}.tasks`, `${schema}.registry_events`]

/** Whoever is protected already: by the latest word of the register, and else by what was said at identification. */
const knownBefore = (schema: string): string => `
    ${looked(schema)
      .map(name => `alter table ${name} no force row level security;`)
      .join(' ')}
    insert into ${vault}.protected_persons (person, administration, case_id, practice, relation)
    select id, administration, case_id, practice, relation from ${vault}.persons as known
    where coalesce(
      (select fact = 'protectionSet' from ${schema}.registry_events as told
        where told.person = known.id and told.fact in ('protectionSet', 'protectionLifted')
        order by told.happened_on desc, told.received_at desc limit 1),
      known.relation = 'child' and exists (select from ${schema}.tasks as asked
        where asked.case_id = known.case_id and asked.administration = known.administration
          and asked.kind = 'identify' and asked.answer ->> 'protectedAddress' = 'true'));
    ${looked(schema)
      .map(name => `alter table ${name} force row level security;`)
      .join(' ')}`
