import { fileURLToPath } from 'node:url'
import type { DataConverter } from '@temporalio/common'
import { BrobyggerCodec, type CodecOptions } from './brobygger-codec.js'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/**
 * The data converter of a client or worker. Converters are given as paths because the worker bundles them into the
 * workflow sandbox; the main process loads the same files with `require`, which Node allows for modules since 20.19.
 */
export const dataConverter = (options: CodecOptions): DataConverter => ({
  payloadConverterPath: file('./payload-converter.js'),
  failureConverterPath: file('./failure-converter.js'),
  payloadCodecs: [new BrobyggerCodec(options)],
})
