import type { SchemaChange } from './migration.js'

/** Tasks say what they are about within their process. */
export const anyProcess: SchemaChange = {
  name: '0007-any-process',
  readModel: true,
  statements: schema => `alter table ${schema}.tasks add column about text;`,
}
