import { compareSchemas, databaseName, mainSchema, ownerRole, rebuild } from '@brobygger/database'
import { ensureSecrets } from '../../setup/secrets.js'
import type { System } from '../../system.js'

/** The read model is what a rebuild from the event log gives. */
export async function checkReadModel(
  system: Pick<System, 'adminUrl' | 'dataDir' | 'running'>,
): Promise<string[]> {
  const { roles } = await ensureSecrets(system.dataDir, system.running)
  const url = new URL(system.adminUrl)
  url.username = ownerRole
  url.password = encodeURIComponent(roles[ownerRole] ?? '')
  url.pathname = `/${databaseName}`
  const ownerUrl = url.toString()
  const schema = `rebuilt_${Date.now()}`
  await rebuild({ ownerUrl, schema })
  const differences = await compareSchemas({ ownerUrl, first: mainSchema, second: schema })
  return differences.map(
    ({ table, onlyInFirst, onlyInSecond }) =>
      `read model: ${table} has ${onlyInFirst} rows that a rebuild has not, and lacks ${onlyInSecond}`,
  )
}
