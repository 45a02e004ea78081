import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'

/** When a letter on paper was put in the post: one thing more that a carrier tells. */
export const lettersOnPaper: SchemaChange = {
  name: '0032-letters-on-paper',
  readModel: true,
  statements: schema => `
    alter table ${schema}.letters add column posted_at timestamptz;
    ${schema === mainSchema ? inbox(schema) : ''}`,
}

const inbox = (schema: string): string => `
    alter table ${schema}.letter_callbacks
      drop constraint letter_callbacks_status_check,
      add constraint letter_callbacks_status_check check (status in ('posted', 'delivered', 'returned'));`
