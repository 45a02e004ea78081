/** `npm run rebuild [-- SCHEMA]`: makes the read model anew from the event log and says whether it is equal. */
import { resolve } from 'node:path'
import { loadConfig } from '@brobygger/config'
import { compareSchemas, mainSchema, rebuild } from '@brobygger/database'
import { elapsed } from './progress.js'
import { readSystem } from './running-system.js'

async function main(): Promise<void> {
  const config = loadConfig(process.env)
  const ownerUrl = config.OWNER_DATABASE_URL ?? (await readSystem(resolve(config.DATA_DIR)))?.ownerUrl
  if (ownerUrl === undefined) {
    throw new Error(
      'There is no database to rebuild from. Start the system with npm start, or set OWNER_DATABASE_URL to the ' +
        'database brobygger as the role bro_owner.',
    )
  }
  const [schema = `rebuilt_${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`] =
    process.argv.slice(2)
  const began = Date.now()
  const { events } = await rebuild({ ownerUrl, schema })
  console.log(`The schema ${schema} was made from ${events} events in ${elapsed(began)}.`)
  const differences = await compareSchemas({ ownerUrl, first: mainSchema, second: schema })
  for (const { table, onlyInFirst, onlyInSecond } of differences) {
    console.log(`  ${table}: ${onlyInFirst} rows only in ${mainSchema}, ${onlyInSecond} only in ${schema}`)
  }
  console.log(
    differences.length === 0
      ? `It is equal to ${mainSchema}.`
      : `It differs from ${mainSchema}. Stop workers and API and try again: what is recorded meanwhile may be missing.`,
  )
  process.exitCode = differences.length === 0 ? 0 : 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
