import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readInstitutions } from './municipality.js'

describe('municipality file', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'municipality-'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  const read = async (content: unknown) => {
    const path = join(directory, 'municipality.json')
    await writeFile(path, JSON.stringify(content))
    return readInstitutions(path)
  }
  const solstrålen = { id: '101002', name: 'Solstrålen', kind: 'nursery' }

  it('gives the institutions and leaves what the register does not hold', async () => {
    const content = { name: 'Fiktiv', institutions: [{ ...solstrålen, cluster: 'nord-1' }], staff: [] }
    expect(await read(content)).toEqual([solstrålen])
  })

  it('is refused when an institution lacks its name', async () => {
    await expect(read({ institutions: [{ ...solstrålen, name: undefined }] })).rejects.toThrow(/name/)
  })
})
