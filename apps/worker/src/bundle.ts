import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const resolved = (name: string): string => fileURLToPath(import.meta.resolve(name))

/** The workflow bundle as code; every worker of every administration runs the same. */
export async function workflowBundle(): Promise<{ code: string }> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: file('./workflows/index.js'),
    payloadConverterPath: resolved('@brobygger/codec/payload-converter'),
    failureConverterPath: resolved('@brobygger/codec/failure-converter'),
  })
  return { code }
}
