import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { validateXML } from 'xmllint-wasm'

const folder = join(repositoryFolder, 'protocols', 'digital-post')
const read = async (fileName: string) => ({
  fileName,
  contents: await readFile(join(folder, fileName), 'utf8'),
})

/** What the schema of a request refers to. */
const parts = ['memo-1.2.xsd', 'fjernprint.xsd', 'dkal.xsd', 'cpr-number.xsd']

/**
 * Whether XML is what KombiPostAfsend takes, by its schema; gives what libxml2 has against it, nothing when it is valid.
 * The words name elements and may repeat what was sent: they are for the answer, never for a log.
 */
export async function faultsOfKombiRequest(xml: string): Promise<string[]> {
  const [schema, preload] = await Promise.all([read('kombi-request.xsd'), Promise.all(parts.map(read))])
  const { valid, errors } = await validateXML({
    xml: { fileName: 'request.xml', contents: xml },
    schema,
    preload,
  })
  return valid ? [] : errors.map(({ message }) => message)
}
