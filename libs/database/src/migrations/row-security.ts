import { administrations } from '@brobygger/domain/codes'
import { groupRole, groupRoles } from '../setup/roles.js'

/** Statements that let each administration's role see and write only its own rows, the owner included. */
export function rowSecurity(args: { schema: string; tables: readonly string[]; grants: string }): string {
  return args.tables
    .map(name => {
      const table = `${args.schema}.${name}`
      const policies = administrations.codes.map(
        code =>
          `create policy ${groupRole(code)} on ${table} to ${groupRole(code)}
            using (administration = '${code}') with check (administration = '${code}');`,
      )
      return `
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        ${policies.join('\n')}
        grant ${args.grants} on ${table} to ${groupRoles.join(', ')};`
    })
    .join('\n')
}
