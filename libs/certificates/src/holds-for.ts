import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** Whether the certificate in a file holds for at least so long after `now`, in milliseconds; false when there is none. */
export async function holdsFor(file: string, ms: number, now = new Date()): Promise<boolean> {
  try {
    const { validTo } = new X509Certificate(await readFile(file))
    return Date.parse(validTo) - now.getTime() > ms
  } catch {
    return false
  }
}
