import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { validateXML } from 'xmllint-wasm'

const folder = join(repositoryFolder, 'protocols', 'digital-post')
const read = (fileName: string) => readFile(join(folder, fileName), 'utf8')

/**
 * Whether XML is what KombiPostAfsend takes, by its schema; gives what libxml2 has against it, nothing when it is valid.
 * The words name elements and may repeat what was sent: they are for the answer, never for a log.
 */
export async function faultsOfKombiRequest(xml: string): Promise<string[]> {
  const [contents, memo] = await Promise.all([read('kombi-request.xsd'), read('memo-1.2.xsd')])
  const { valid, errors } = await validateXML({
    xml: { fileName: 'request.xml', contents: xml },
    schema: { fileName: 'kombi-request.xsd', contents },
    preload: [{ fileName: 'memo-1.2.xsd', contents: memo }],
  })
  return valid ? [] : errors.map(({ message }) => message)
}
