import { numbersGo } from './0028-systems-outside.js'
import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'

/** An erasure takes the number along under which a case was journalised. */
export const journalNumbers: SchemaChange = {
  name: '0029-journal-numbers',
  readModel: false,
  statements: schema => (schema === mainSchema ? numbersGo(schema) : ''),
}
