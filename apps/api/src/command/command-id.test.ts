import { describe, expect, it } from '@jest/globals'
import { caseId, documentId, noteId } from '../ids.js'
import { caseIdOf, commandId, entryIdOf } from './command-id.js'

describe('the id of a command', () => {
  it('is the same for the same person and key, on any replica and after any crash', () => {
    expect(commandId({ person: 'anna', key: 'k1' })).toBe(commandId({ person: 'anna', key: 'k1' }))
  })

  it('differs between keys and between persons, also where they run together', () => {
    const ids = [
      commandId({ person: 'anna', key: 'k1' }),
      commandId({ person: 'anna', key: 'k2' }),
      commandId({ person: 'anna,k1', key: '' }),
      commandId({ person: 'bo', key: 'k1' }),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is new every time without a key', () => {
    const ids = Array.from({ length: 100 }, () => commandId({ person: 'anna', key: undefined }))
    expect(new Set(ids).size).toBe(100)
  })

  it('gives ids that the addresses take', () => {
    const id = commandId({ person: 'anna', key: undefined })
    expect(caseId.safeParse(caseIdOf(id)).success).toBe(true)
    expect(noteId.safeParse(entryIdOf('n', id)).success).toBe(true)
    expect(documentId.safeParse(entryIdOf('d', id)).success).toBe(true)
  })
})
