import type { Json, Reading } from '@brobygger/vault'
import { z } from 'zod'
import type { Storage } from './storage.js'

/** Texts by their reference, each by its field in the form. A reference that is missing was erased. */
export const textsByRef = z
  .record(z.string(), z.record(z.string(), z.string()))
  .meta({ description: 'Texts by their reference and field. A reference that is missing here was erased.' })
export type TextsByRef = z.infer<typeof textsByRef>

/**
 * Opens the texts that rows refer to, on behalf of administrations. What is not theirs, and is not granted to them now,
 * is missing, and so is where somebody of a protected address is, but for the cases that the reading names. One round
 * trip to each database for each of them.
 */
export async function openTexts(
  storage: Pick<Storage, 'vault'>,
  refs: readonly (string | null | undefined)[],
  reading: Reading,
): Promise<TextsByRef> {
  const wanted = [...new Set(refs.filter(ref => typeof ref === 'string'))]
  if (wanted.length === 0) return {}
  const found = await storage.vault.getMany(wanted, reading)
  return Object.fromEntries([...found].map(([ref, content]) => [ref, textsOnly(content)]))
}

function textsOnly(content: Readonly<Record<string, Json>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(content).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  )
}
