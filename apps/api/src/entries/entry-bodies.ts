import { informationKind } from '@brobygger/domain/codes'
import { freeText } from '@brobygger/domain/forms'
import { z } from 'zod'
import { caseId, documentId, noteId } from '../ids.js'
import { matchesType, mediaTypes } from './matches-type.js'

/** Largest document, in bytes. */
export const LARGEST = 2 * 1024 * 1024

const base64 = z
  .base64()
  .min(4)
  .refine(text => bytesOf(text) <= LARGEST, {
    error: 'Dokumentet må højst fylde 2 MB',
    params: { code: 'too-large' },
  })

export const noteBody = z.strictObject({ text: freeText('Notat') }).meta({ id: 'AddNote' })
export const documentBody = z
  .strictObject({
    kind: informationKind.or(z.literal('other')).meta({ title: 'Indhold' }),
    mediaType: z.enum(mediaTypes).meta({ title: 'Filtype' }),
    contentBase64: base64.meta({ title: 'Fil', description: 'At most 2 MB' }),
  })
  .refine(file => matchesType(Buffer.from(file.contentBase64, 'base64'), file.mediaType), {
    path: ['contentBase64'],
    error: 'Filens indhold svarer ikke til den filtype, der er valgt',
    params: { code: 'file-type-mismatch' },
  })
  .meta({ id: 'AddDocument' })
export const correctionBody = z
  .strictObject({
    entry: z.union([noteId, documentId]).meta({ title: 'Det der rettes' }),
    text: freeText('Rettelse'),
  })
  .meta({ id: 'Correct' })

export type NoteBody = z.infer<typeof noteBody>
export type DocumentBody = z.infer<typeof documentBody>
export type CorrectionBody = z.infer<typeof correctionBody>

/** The answer to an entry: under which id it stands. */
export const entryResult = z
  .object({ caseId, entry: z.union([noteId, documentId]) })
  .meta({ id: 'EntryResult' })
export type EntryResult = z.infer<typeof entryResult>

/** A document with its content. */
export const documentContent = z
  .object({ document: documentId, kind: z.string(), mediaType: z.string(), contentBase64: z.base64() })
  .meta({ id: 'DocumentContent' })
export type DocumentContent = z.infer<typeof documentContent>

/** Bytes that a text in base64 stands for. */
export function bytesOf(base64: string): number {
  return Math.floor((base64.length * 3) / 4) - (/=*$/.exec(base64)?.[0].length ?? 0)
}
