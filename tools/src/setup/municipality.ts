import { readFile } from 'node:fs/promises'
import { loadMunicipality } from '@brobygger/database'
import { municipality } from '@brobygger/domain/organisation'
import { z } from 'zod'

/**
 * Makes institutions and staff in the database what the municipality's file says. Can be repeated.
 *
 * @param args.ownerUrl the database as its owner
 * @throws Error that names the file and every wrong field
 */
export async function loadMunicipalityFile(args: { ownerUrl: string; file: string }): Promise<void> {
  const parsed = municipality.safeParse(JSON.parse(await readFile(args.file, 'utf8')))
  if (!parsed.success) throw new Error(`${args.file} is wrong:\n${z.prettifyError(parsed.error)}`)
  await loadMunicipality({ ownerUrl: args.ownerUrl, municipality: parsed.data })
}
