import { readFile } from 'node:fs/promises'
import { municipality, type Municipality } from '@brobygger/domain/organisation'

/** A municipality's file that cannot be used. Says which fields are wrong, and why, one a line. */
export class MunicipalityError extends Error {
  override readonly name = 'MunicipalityError'
  constructor(
    file: string,
    readonly faults: readonly string[],
  ) {
    super([`${file} does not describe a municipality:`, ...faults.map(line => `  ${line}`)].join('\n'))
  }
}

/**
 * Reads a municipality's file (MUNICIPALITY_FILE).
 * @throws MunicipalityError
 */
export async function readMunicipality(file: string): Promise<Municipality> {
  const parsed = municipality.safeParse(await contentOf(file))
  if (parsed.success) return parsed.data
  throw new MunicipalityError(
    file,
    parsed.error.issues.map(({ path, message }) => `${fieldOf(path)}: ${message}`),
  )
}

async function contentOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new MunicipalityError(file, [error instanceof Error ? error.message : String(error)])
  }
}

/** `staff[3].affiliations[0].unit`, as one finds it in the file. */
function fieldOf(path: readonly PropertyKey[]): string {
  const field = path
    .map(part => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
  return field === '' ? 'the file' : field
}
