import type { SchemaChange } from './migration.js'

/** What the carrier said at once, and what a person said of a letter that no carrier brings. */
export const letterLife: SchemaChange = {
  name: '0025-letter-life',
  readModel: true,
  statements: schema => `
    alter table ${schema}.letters
      add column receipt text check (receipt in ('delivered', 'accepted', 'manual', 'refused')),
      add column handed_over text, add column handed_over_by text,
      add column given_up_at timestamptz, add column given_up_text_ref text;`,
}
