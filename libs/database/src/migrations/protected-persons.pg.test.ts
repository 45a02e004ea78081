import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { migrate } from './migrate.js'
import { mainSchema } from './names.js'
import { kyselyOf } from '../connection/connect.js'
import { ownerRole } from '../setup/roles.js'
import { startServer, type TestServer } from '../testing/server.js'

let server: TestServer
let admin: pg.Client
let owner: pg.Pool

beforeAll(async () => {
  server = await startServer()
  const url = new URL(server.adminUrl)
  url.pathname = '/brobygger'
  admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  owner = server.as(ownerRole).pool
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

/** Somebody in a case from before this was kept. */
const person = (id: string, caseId: string, relation: string): string => `
  insert into vault.persons (id, administration, case_id, practice, relation,
    format, key_id, wrapped_key, iv, ciphertext, tag)
  values ('${id}', 'children-and-youth', '${caseId}', false, '${relation}', 2, 'k', '', '', '', '');`

/** What the register told of them. */
const told = (id: string, caseId: string, fact: string, on: string): string => `
  insert into brobygger.registry_events (process, seq, case_id, administration, practice, fact, person, happened_on, received_at)
  values ('concern-${caseId}', ${on.replaceAll('-', '').slice(2)}, '${caseId}', 'children-and-youth', false, '${fact}', '${id}', '${on}', now());`

/** What was said when the child was identified. */
const said = (caseId: string, isProtected: boolean): string => `
  insert into brobygger.tasks (id, process, case_id, administration, practice, kind, step, role, unit, owed, status,
    opened_at, due_at, due_on, overdue, told, answer)
  values ('concern-${caseId}.1', 'concern-${caseId}', '${caseId}', 'children-and-youth', false, 'identify', 'identity',
    'socialWorker', 'early-help', false, 'completed', now(), now(), '2027-01-01', false, '{}',
    '{"protectedAddress": ${String(isProtected)}}');`

describe('whoever was protected before it was kept in which cases somebody is', () => {
  it('is found by the register’s latest word, else by what was said of the child; and by nothing else', async () => {
    await admin.query(`
      drop table vault.protected_persons;
      drop index brobygger.waits_case;
      delete from brobygger.kysely_migration where name = '0027-protected-persons';
      ${person('set', 'a', 'mother')} ${told('set', 'a', 'protectionSet', '2027-02-01')}
      ${person('lifted', 'b', 'mother')} ${told('lifted', 'b', 'protectionSet', '2027-02-01')}
      ${told('lifted', 'b', 'protectionLifted', '2027-03-01')}
      ${person('moved', 'c', 'mother')} ${told('moved', 'c', 'moved', '2027-03-01')}
      ${person('said', 'd', 'child')} ${person('with', 'd', 'father')} ${said('d', true)}
      ${person('open', 'e', 'child')} ${said('e', false)}
      ${person('over', 'f', 'child')} ${said('f', true)} ${told('over', 'f', 'protectionLifted', '2027-03-01')}`)
    await migrate({ db: kyselyOf(owner), schema: mainSchema })
    const { rows } = await admin.query<{ person: string; relation: string; case_id: string }>(
      'select person, relation, case_id from vault.protected_persons order by 1',
    )
    expect(rows).toEqual([
      { person: 'said', relation: 'child', case_id: 'd' },
      { person: 'set', relation: 'mother', case_id: 'a' },
    ])
    // Afterwards the owner sees nobody's rows again.
    for (const table of ['vault.persons', 'brobygger.tasks', 'vault.protected_persons'])
      expect((await owner.query(`select from ${table}`)).rowCount).toBe(0)
  })
})
