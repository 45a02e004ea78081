/** Letters sent, notes written and documents added. */
export const entriesDdl = (schema: string): string => `
  create table ${schema}.letters (
    process text not null,
    seq integer not null,
    case_id text not null,
    administration text not null,
    practice boolean not null,
    effect text not null,
    kind text not null,
    to_role text not null,
    person text,
    letter text,
    sent_at timestamptz not null,
    primary key (process, seq)
  );
  create index letters_case on ${schema}.letters (case_id);

  create table ${schema}.notes (
    id text primary key,
    case_id text not null,
    administration text not null,
    practice boolean not null,
    text_ref text not null,
    written_at timestamptz not null,
    written_by text,
    supersedes text,
    superseded_by text
  );
  create index notes_case on ${schema}.notes (case_id);

  create table ${schema}.documents (
    id text primary key,
    case_id text not null,
    administration text not null,
    practice boolean not null,
    kind text not null,
    media_type text not null,
    bytes integer not null,
    text_ref text not null,
    added_at timestamptz not null,
    added_by text,
    superseded_by text
  );
  create index documents_case on ${schema}.documents (case_id);
`
