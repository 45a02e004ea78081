import type { SchemaChange } from './migration.js'
import { accessLogSchema, mainSchema, vaultSchema } from './names.js'
import { sameRights } from './same-rights.js'

/** Health and employment can run: in a database from before they could, their roles get what the others' have. */
export const healthAndEmployment: SchemaChange = {
  name: '0021-health-and-employment',
  readModel: false,
  statements: () => sameRights(['health', 'employment'], [mainSchema, vaultSchema, accessLogSchema]),
}
