/** Consents, and each giver's answer. */
export const consentsDdl = (schema: string): string => `
  create table ${schema}.consents (
    id text primary key,
    case_id text not null,
    process text not null,
    administration text not null,
    practice boolean not null,
    purpose text not null,
    from_unit text not null,
    to_unit text not null,
    kinds text[] not null,
    covered_kinds text[] not null default '{}',
    status text not null,
    text_version text not null,
    language text not null,
    review_on date,
    text_ref text,
    requested_at timestamptz not null,
    delivered_at timestamptz,
    decided_at timestamptz
  );
  create index consents_case on ${schema}.consents (case_id);

  create table ${schema}.consent_answers (
    consent text not null,
    giver text not null,
    case_id text not null,
    process text not null,
    administration text not null,
    practice boolean not null,
    custody text not null,
    status text not null,
    form text,
    kinds text[] not null default '{}',
    answered_at timestamptz,
    reminded_at timestamptz,
    text_ref text,
    primary key (consent, giver)
  );
`
