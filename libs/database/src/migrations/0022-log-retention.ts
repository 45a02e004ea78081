import { ownerRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { accessLogSchema as log } from './names.js'

/** Younger lines the database never lets go, whatever the municipality's own retention says. */
const SHORTEST = '1 year'

/**
 * The owner, as whom no running process connects, may take old lines out of the access log, and what was said of them.
 * That it happened must be published beside the heads: else the audit finds every line of them deleted.
 */
export const logRetention: SchemaChange = {
  name: '0022-log-retention',
  readModel: false,
  statements: () => `
    create policy owner_finds_old on ${log}.entries for select to ${ownerRole}
      using (at < clock_timestamp() - interval '${SHORTEST}');
    create policy owner_prunes_old on ${log}.entries for delete to ${ownerRole}
      using (at < clock_timestamp() - interval '${SHORTEST}');
    create policy owner_bounds on ${log}.blocks for select to ${ownerRole} using (true);
    create policy owner_finds_old on ${log}.reviews for select to ${ownerRole}
      using (at < clock_timestamp() - interval '${SHORTEST}');
    create policy owner_prunes_old on ${log}.reviews for delete to ${ownerRole}
      using (at < clock_timestamp() - interval '${SHORTEST}');`,
}
