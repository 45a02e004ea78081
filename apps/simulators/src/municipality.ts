import { institution } from '@brobygger/domain/organisation'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/**
 * What the register knows of an institution; who leads it and who visits it is the municipality's own
 * business.
 */
const seededInstitution = institution.pick({ id: true, name: true, kind: true })
export type SeededInstitution = z.infer<typeof seededInstitution>

/**
 * Reads the institutions out of a municipality's file.
 * @throws when the file cannot be read, or an institution lacks a field.
 */
export async function readInstitutions(path: string): Promise<SeededInstitution[]> {
  const content: unknown = JSON.parse(await readFile(path, 'utf8'))
  return z.object({ institutions: z.array(seededInstitution) }).parse(content).institutions
}
