/** Offers between administrations, each side with a row of its own, and the help that came of them. */
export const handoversDdl = (schema: string): string => `
  create table ${schema}.handovers (
    offer text not null,
    administration text not null,
    case_id text not null,
    process text not null,
    practice boolean not null,
    direction text not null check (direction in ('sent', 'received')),
    contract text not null,
    basis text not null,
    status text not null,
    to_unit text,
    consent text,
    age_band text,
    main_category text,
    offered_at timestamptz not null,
    delivered_at timestamptz,
    answered_at timestamptz,
    person text,
    screening text,
    case_number text,
    decline_reason text,
    revoke_reason text,
    text_ref text,
    answer_text_ref text,
    primary key (offer, administration)
  );
  create index handovers_case on ${schema}.handovers (case_id);

  create table ${schema}.help_reports (
    process text not null,
    seq integer not null,
    case_id text not null,
    administration text not null,
    practice boolean not null,
    offer text not null,
    report text not null,
    measure text,
    on_date date not null,
    at timestamptz not null,
    primary key (process, seq)
  );
  create index help_reports_case on ${schema}.help_reports (case_id);
`
