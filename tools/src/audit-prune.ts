/** `npm run audit:prune`: takes lines out of the access log that have been kept as long as the rule says. */
import { resolve } from 'node:path'
import { HeadsFile, inWords, pruneLog, type Finding } from '@brobygger/access-log'
import { loadConfig, readMunicipality } from '@brobygger/config'
import { ownerRole } from '@brobygger/database'
import { addMonths, atLocalTime, localDate, ruleAt } from '@brobygger/domain/policy'
import { headsFileIn, readSystem } from './running-system.js'
import { connected, verifyPublished } from './verify-published.js'

async function main(): Promise<void> {
  const config = loadConfig(process.env)
  const dataDir = resolve(config.DATA_DIR)
  const system = await readSystem(dataDir)
  const readerUrl = config.LOG_READER_DATABASE_URL ?? system?.logReaderUrl
  const ownerUrl = config.OWNER_DATABASE_URL ?? system?.ownerUrl
  if (readerUrl === undefined || ownerUrl === undefined) {
    throw new Error(
      'There is no log to prune. Start the system with npm start, or set LOG_READER_DATABASE_URL, ' +
        'OWNER_DATABASE_URL (the database brobygger as the role bro_owner) and LOG_HEADS_FILE.',
    )
  }
  const heads = new HeadsFile(config.LOG_HEADS_FILE ?? headsFileIn(dataDir))
  if (!(await isSound(readerUrl, heads))) {
    console.error('Nothing was taken out: what is wrong with a line cannot be seen when it is gone.')
    process.exitCode = 1
    return
  }
  const { localAmounts } = await readMunicipality(config.MUNICIPALITY_FILE)
  const today = localDate(new Date().toISOString())
  const { amount } = ruleAt({ id: 'retention-access-log', on: today, localAmounts })
  if (amount === null) throw new Error('The rule retention-access-log has no amount.')
  const before = addMonths(today, -12 * amount)
  const { to, lines } = await connected(ownerUrl, async db => {
    // A superuser would pass by the database's own floor.
    await db.query(`set role ${ownerRole}`)
    return await pruneLog({ db, heads, before: atLocalTime(before, '00:00') })
  })
  console.log(
    to === 0
      ? `Nothing was sealed before ${before}: every line stays.`
      : `${String(lines)} lines that were sealed before ${before} were taken out; block ${String(to)} is the last without its lines.`,
  )
}

/** Whether everything is as it was sealed and published; says what is not. */
async function isSound(url: string, heads: HeadsFile): Promise<boolean> {
  const onFinding = (finding: Finding) => console.log(`  ${inWords(finding)}`)
  return (await verifyPublished(url, { heads, onFinding })).findings === 0
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
