import { it } from '@jest/globals'
import { startServer } from './testing/server.js'
import { raisedCase } from './testing/events.js'
import { project } from './project/project.js'
import { record } from './record/record.js'
import { mergeChanges } from './project/merge-changes.js'
import { workerRole, apiRole } from './setup/roles.js'
it('probe', async () => {
  const server = await startServer()
  const w = server.as(workerRole('children-and-youth'))
  const batch = (i: number) => raisedCase({ caseId: 'z' + String(i).padStart(7, '0') }).events
  const changes = mergeChanges(batch(1).flatMap(project))
  for (const c of changes) {
    const t = performance.now()
    for (let i = 0; i < 300; i++) await w.pool.query('select brobygger.apply_changes($1)', [JSON.stringify([{...c}])])
    console.log(c.table, c.op, (performance.now() - t) / 300)
  }
  const c = changes.find(x => x.table === 'tasks')!
  const cols = Object.keys({ ...c.key, ...c.set })
  const sql = `insert into brobygger.tasks (${cols}) select ${cols} from jsonb_populate_record(null::brobygger.tasks, $1) on conflict (id) do update set ${Object.keys(c.set).map(x => `${x}=excluded.${x}`)}`
  let t = performance.now()
  for (let i = 0; i < 300; i++) await w.pool.query(sql, [{ ...c.key, ...c.set }])
  console.log('direct', (performance.now() - t) / 300)
  t = performance.now()
  for (let i = 0; i < 300; i++) await w.pool.query({ name: 'x', text: sql, values: [{ ...c.key, ...c.set }] })
  console.log('direct prepared', (performance.now() - t) / 300)
  t = performance.now()
  for (let i = 0; i < 300; i++) await w.pool.query('select brobygger.apply_changes($1)', ['[]'])
  console.log('empty', (performance.now() - t) / 300)
  console.log((await w.pool.query('explain (analyze) ' + sql, [{ ...c.key, ...c.set }])).rows.map(r => r['QUERY PLAN']).join('\n'))
  for (let i = 0; i < 1000; i++) await record(w.db, {events: batch(i), ledger: null})
  const q = `explain analyze select cases.* from brobygger.cases join brobygger.processes on processes.id = cases.process where not exists (select from brobygger.processes as part where part.case_id = cases.id and 'x' = any (part.hidden_from)) order by raised_at desc, cases.id desc limit 50`
  const api = server.as(apiRole)
  console.log((await api.pool.query(q)).rows.map(r => r['QUERY PLAN']).join('\n'))
  const { ownerRole } = await import('./setup/roles.js'); const o = new (await import('pg')).default.Client(server.urlOf(ownerRole)); await o.connect(); await o.query('analyze'); await o.end()
  console.log((await api.pool.query(q)).rows.map(r => r['QUERY PLAN']).join('\n'))
  await server.stop()
})
