import { readFile } from 'node:fs/promises'
import { municipality, type Municipality } from '@brobygger/domain/organisation'
import { z } from 'zod'

/**
 * Reads the municipality's file.
 * @throws Error that names the file and what is wrong in it
 */
export async function loadMunicipality(file: string): Promise<Municipality> {
  const parsed = municipality.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(`${file} does not describe a municipality:\n${z.prettifyError(parsed.error)}`)
}
