/** Cases, their processes, and who was responsible from when. */
export const casesDdl = (schema: string): string => `
  create table ${schema}.cases (
    id text primary key,
    process text not null,
    administration text not null,
    practice boolean not null,
    institution text not null,
    institution_status text,
    raised_at timestamptz not null,
    raised_by text,
    raiser_role text not null,
    age_band text not null,
    main_category text not null,
    other_categories text[] not null,
    severity text not null,
    parents_informed text not null,
    interpreter_language text,
    known_to_authority text not null,
    acute boolean not null,
    text_ref text not null,
    status text not null check (status in ('open', 'closed')),
    counselled_at timestamptz,
    identified_degree text,
    degree text not null generated always as (
      coalesce(identified_degree, case when counselled_at is null then 'A0' else 'A1' end)
    ) stored,
    escalated_at timestamptz,
    reopened_at timestamptz,
    closed_at timestamptz,
    closure_code text,
    case_avoided text,
    first_help_on date,
    closing_text_ref text,
    responsible_administration text,
    responsible_unit text,
    responsible_person text
  );
  create index cases_latest on ${schema}.cases (raised_at desc, id desc);
  create index cases_responsible on ${schema}.cases (responsible_person, raised_at desc, id desc);
  create index cases_institution on ${schema}.cases (institution, raised_at desc, id desc);

  create table ${schema}.processes (
    id text primary key,
    case_id text not null,
    administration text not null,
    practice boolean not null,
    kind text not null,
    unit text not null,
    step text,
    status text not null check (status in ('open', 'closed')),
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    paused boolean not null default false,
    people jsonb not null,
    hidden_from text[] not null default '{}'
  );
  create index processes_case on ${schema}.processes (case_id);
  -- Few cases are hidden from anybody: every list looks here.
  create index processes_hidden on ${schema}.processes (case_id) where hidden_from <> '{}';

  create table ${schema}.waits (
    process text not null,
    system text not null,
    case_id text not null,
    administration text not null,
    practice boolean not null,
    since timestamptz not null,
    ended_at timestamptz,
    primary key (process, system)
  );
  create index waits_running on ${schema}.waits (since) where ended_at is null;

  -- A row holds until the next row of the case: so at every moment one row holds, and no interval can overlap.
  create table ${schema}.responsibilities (
    process text not null,
    seq integer not null,
    case_id text not null,
    administration text not null,
    practice boolean not null,
    from_at timestamptz not null,
    holder_administration text,
    unit text,
    person text,
    basis text not null,
    primary key (process, seq)
  );
  create index responsibilities_case on ${schema}.responsibilities (case_id, from_at, seq);
`
