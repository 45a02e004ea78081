/** `npm run audit:verify`: computes the chain of the access log anew, and says what was tampered with. */
import { resolve } from 'node:path'
import { HeadsFile, inWords } from '@brobygger/access-log'
import { loadConfig } from '@brobygger/config'
import { elapsed } from './progress.js'
import { headsFileIn, readSystem } from './running-system.js'
import { verifyPublished } from './verify-published.js'

/** Findings that are printed one by one; the rest is counted. */
const MOST_PRINTED = 100
const PROGRESS_EVERY = 100_000

async function main(): Promise<void> {
  const config = loadConfig(process.env)
  const dataDir = resolve(config.DATA_DIR)
  const url = config.LOG_READER_DATABASE_URL ?? (await readSystem(dataDir))?.logReaderUrl
  if (url === undefined) {
    throw new Error(
      'There is no log to verify. Start the system with npm start, or set LOG_READER_DATABASE_URL and LOG_HEADS_FILE.',
    )
  }
  const heads = new HeadsFile(config.LOG_HEADS_FILE ?? headsFileIn(dataDir))
  const began = Date.now()
  let [printed, told] = [0, 0]
  const seen = await verifyPublished(url, {
    heads,
    onFinding: finding => {
      printed += 1
      if (printed <= MOST_PRINTED) console.log(`  ${inWords(finding)}`)
    },
    onProgress: lines => {
      if (lines - told < PROGRESS_EVERY) return
      told = lines
      console.error(`  ${String(lines)} lines`)
    },
  })
  if (printed > MOST_PRINTED) console.log(`  and ${String(printed - MOST_PRINTED)} more`)
  console.log(
    `${String(seen.lines)} lines in ${String(seen.blocks)} blocks were computed anew in ${elapsed(began)}; ` +
      `${String(seen.unsealed)} lines are not sealed yet.`,
  )
  if (seen.pruned > 0) {
    console.log(
      `${String(seen.pruned)} lines were taken out under the rule of retention, as it was published.`,
    )
  }
  console.log(
    seen.findings === 0
      ? 'Every line and block is as it was sealed and published.'
      : `${String(seen.findings)} findings. What to do: docs/operations.md, 'The access log'.`,
  )
  process.exitCode = seen.findings === 0 ? 0 : 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  // Not 1: whether something was tampered with is not known.
  process.exitCode = 2
}
