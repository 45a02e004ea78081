import { createHash } from 'node:crypto'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const resolved = (name: string): string => fileURLToPath(import.meta.resolve(name))

/** The code that goes into a bundle: the workflows and the libraries of ours that they import. */
const sources = [
  file('./workflows'),
  dirname(dirname(resolved('@brobygger/domain/codes'))),
  dirname(resolved('@brobygger/nexus')),
  dirname(resolved('@brobygger/codec/payload-converter')),
]

/** The workflows as one piece of code. Made once for each state of the sources; every worker runs the same. */
export async function workflowBundle(): Promise<Pick<WorkflowBundleWithSourceMap, 'code'>> {
  const made = file(`./workflow-bundle-${await fingerprint()}.js`)
  const known = await readFile(made, 'utf8').catch(() => undefined)
  if (known !== undefined) return { code: known }
  const code = await make()
  await writeFile(`${made}.${String(process.pid)}`, code)
  await rename(`${made}.${String(process.pid)}`, made)
  return { code }
}

async function make(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: file('./workflows/index.js'),
    payloadConverterPath: resolved('@brobygger/codec/payload-converter'),
    failureConverterPath: resolved('@brobygger/codec/failure-converter'),
    logger: new DefaultLogger('WARN'),
  })
  return code
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of sources) {
    const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.js')).sort()
    for (const name of names) hash.update(name).update(await readFile(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
