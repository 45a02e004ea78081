import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ledger } from './ledger.js'

describe('ledger', () => {
  let directory: string
  let path: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledger-'))
    path = join(directory, 'deep', 'letters.jsonl')
  })
  afterEach(() => rm(directory, { recursive: true }))

  const open = () => Ledger.open<{ kind: string }, { number: number }>(path)
  const lines = async () => (await readFile(path, 'utf8')).split('\n').slice(0, -1)

  it('has the effect on the disk by the time the answer is there', async () => {
    const ledger = await open()
    await ledger.once('a', { kind: 'reply' }, number => ({ number }))
    expect(JSON.parse((await lines())[0] ?? '')).toMatchObject({
      key: 'a',
      request: { kind: 'reply' },
      answer: { number: 1 },
    })
    await ledger.close()
  })

  it('acts once when the same key comes ten times at once', async () => {
    const ledger = await open()
    const sent = Array.from({ length: 10 }, () => ledger.once('a', { kind: 'x' }, number => ({ number })))
    const answers = (await Promise.all(sent)).map(entry => entry.answer.number)
    expect(answers).toEqual(Array.from({ length: 10 }, () => 1))
    expect(await lines()).toHaveLength(1)
    await ledger.close()
  })

  it('knows its keys and its count after a restart', async () => {
    const before = await open()
    await before.once('a', { kind: 'x' }, number => ({ number }))
    await before.close()
    const after = await open()
    expect((await after.once('a', { kind: 'x' }, () => ({ number: 99 }))).answer).toEqual({ number: 1 })
    expect((await after.once('b', { kind: 'x' }, number => ({ number }))).answer).toEqual({ number: 2 })
    expect(after.entries().map(entry => entry.key)).toEqual(['a', 'b'])
    await after.close()
  })

  it('drops a last line that a crash cut off, and goes on after the whole ones', async () => {
    const before = await open()
    await before.once('a', { kind: 'æøå' }, number => ({ number }))
    await before.close()
    await appendFile(path, '{"at":"2027-01-11T08:00:00Z","key":"cut o')
    const after = await open()
    await after.once('b', { kind: 'x' }, number => ({ number }))
    await after.close()
    expect((await lines()).map(line => (JSON.parse(line) as { key: string }).key)).toEqual(['a', 'b'])
  })

  it('leaves the file as it is until it has something to write', async () => {
    const before = await open()
    await before.once('a', { kind: 'x' }, number => ({ number }))
    await before.close()
    await appendFile(path, '{"being":"written by another')
    const other = await open()
    await other.close()
    expect(await readFile(path, 'utf8')).toMatch(/by another$/)
  })

  it('writes nothing when carrying out fails, and takes the next order', async () => {
    const ledger = await open()
    const failing = ledger.once('a', { kind: 'x' }, () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await ledger.once('b', { kind: 'x' }, number => ({ number }))
    expect(ledger.entries().map(entry => entry.key)).toEqual(['b'])
    await ledger.close()
  })
})
