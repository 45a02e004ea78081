import { tablesWithErasure } from './0019-erasure.js'
import type { SchemaChange } from './migration.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['access_reviews'] as const

/** Tables of the read model from this migration on. */
export const tablesWithAccessReviews = [...tablesWithErasure, ...added] as const

/** The review of each urgent access, and whether it was a breach. */
export const accessReviews: SchemaChange = {
  name: '0022-access-reviews',
  readModel: true,
  statements: schema => `
    create table ${schema}.access_reviews (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      of_case text not null,
      person text not null,
      taken_at timestamptz not null,
      until timestamptz not null,
      text_ref text not null,
      justified boolean,
      review_text_ref text,
      reviewed_at timestamptz,
      reviewed_by text,
      breach boolean,
      reported_on date,
      told_on date,
      breach_text_ref text,
      assessed_at timestamptz,
      assessed_by text
    );
    create index access_reviews_case on ${schema}.access_reviews (case_id);

    ${extendReadModel({ schema, tables: tablesWithAccessReviews, added })}`,
}
