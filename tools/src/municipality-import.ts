/** The import command: institutions, clusters and staff from tables into a municipality's file. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig, MunicipalityError, readMunicipality } from '@brobygger/config'
import type { Municipality } from '@brobygger/domain/organisation'
import { localDate } from '@brobygger/domain/policy'
import { askRunning } from './municipality/import/ask-running.js'
import { isNothing } from './municipality/import/changes.js'
import { csvOf } from './municipality/import/export-csv.js'
import { faultLine } from './municipality/import/faults.js'
import { planImport } from './municipality/import/plan-import.js'
import { importReport } from './municipality/import/report.js'
import { readClusters, readInstitutions, readStaff, type GivenFile } from './municipality/import/tables.js'

const help = `npm run municipality:import -- [--file FILE] [--institutions CSV] [--clusters CSV] [--staff CSV] [--write]

Reads whole lists of institutions, clusters and staff into a municipality's file, and says in Danish what that changes.
Nothing is written without --write, and nothing at all where a line is wrong: then it ends with 1. Who is not on a list any
more is closed, or has left, while running processes name them (DATABASE_URL as bro_api, or the system that npm start has
started); otherwise removed.

  --file FILE      the municipality's file; MUNICIPALITY_FILE, or config/municipality.json, when it is left out
  --export FOLDER  writes the three tables as the file has them, to begin with`

const given = async (file: string | undefined): Promise<GivenFile | undefined> =>
  file === undefined ? undefined : { file: basename(file), bytes: await readFile(file) }

/** What was not read in stays as somebody wrote it. The file is there whole, or as it was. */
async function write(file: string, { institutions, clusters, staff }: Municipality): Promise<void> {
  const before = JSON.parse(await readFile(file, 'utf8')) as object
  const after = { ...before, clusters, institutions, staff }
  await writeFile(`${file}.new`, `${JSON.stringify(after, undefined, 2)}\n`)
  await rename(`${file}.new`, file)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      file: { type: 'string' },
      institutions: { type: 'string' },
      clusters: { type: 'string' },
      staff: { type: 'string' },
      export: { type: 'string' },
      write: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    console.log(help)
    return
  }
  const config = loadConfig(process.env)
  const file = values.file ?? config.MUNICIPALITY_FILE
  const municipality = await readMunicipality(file)
  if (values.export !== undefined) {
    await mkdir(values.export, { recursive: true })
    for (const [name, content] of Object.entries(csvOf(municipality)))
      // Spreadsheets take a file without the mark for another encoding.
      await writeFile(join(values.export, name), `\uFEFF${content}`)
    return
  }
  const [institutions, clusters, staff] = await Promise.all(
    [values.institutions, values.clusters, values.staff].map(given),
  )
  if (institutions === undefined && clusters === undefined && staff === undefined) {
    console.error(help)
    process.exitCode = 1
    return
  }
  const named = await askRunning(config)
  const plan = planImport({
    municipality,
    given: {
      institutions: institutions && readInstitutions(institutions),
      clusters: clusters && readClusters(clusters),
      staff: staff && readStaff(staff),
    },
    named,
    today: localDate(new Date().toISOString()),
  })
  if (plan.faults.length > 0) {
    console.error([...plan.faults.map(faultLine), 'Intet er skrevet.'].join('\n'))
    process.exitCode = 1
    return
  }
  if (values.write === true && !isNothing(plan.changes)) await write(file, plan.municipality)
  console.log(importReport({ changes: plan.changes, named, isWritten: values.write === true }))
}

try {
  await main()
} catch (error) {
  const isOurs = error instanceof MunicipalityError || error instanceof TypeError
  if (!isOurs && !(error instanceof Error && 'code' in error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
