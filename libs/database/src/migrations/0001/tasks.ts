/** Tasks as the worklist pages them, and their deadlines. */
export const tasksDdl = (schema: string): string => `
  create table ${schema}.tasks (
    id text primary key,
    case_id text not null,
    process text not null,
    administration text not null,
    practice boolean not null,
    kind text not null,
    step text not null,
    role text not null,
    unit text not null,
    person text,
    owed boolean not null,
    status text not null check (status in ('open', 'completed', 'withdrawn')),
    opened_at timestamptz not null,
    due_at timestamptz not null,
    due_on date not null,
    remind_at timestamptz,
    reminded_at timestamptz,
    overdue boolean not null default false,
    told text[] not null default '{}',
    closed_at timestamptz,
    closed_by text,
    answer jsonb,
    text_ref text,
    withdrawn_why text
  );
  create index tasks_case on ${schema}.tasks (case_id);
  create index tasks_mine on ${schema}.tasks (person, due_at, id) where status = 'open';
  create index tasks_team on ${schema}.tasks (unit, due_at, id) where status = 'open';
  create index tasks_overdue on ${schema}.tasks (unit, due_at, id) where status = 'open' and overdue;

  create table ${schema}.deadlines (
    id text primary key,
    case_id text not null,
    process text not null,
    administration text not null,
    practice boolean not null,
    rule text not null,
    rule_version integer not null,
    from_at timestamptz not null,
    due_at timestamptz not null,
    due_on date not null,
    remind_at timestamptz,
    explanation jsonb not null,
    moved integer not null default 0,
    moved_at timestamptz,
    moved_why text,
    passed_at timestamptz,
    met_at timestamptz,
    cancelled_at timestamptz,
    status text not null generated always as (
      case
        when passed_at is not null then 'passed'
        when met_at is not null then 'met'
        when cancelled_at is not null then 'cancelled'
        else 'running'
      end
    ) stored
  );
  create index deadlines_case on ${schema}.deadlines (case_id);
`
