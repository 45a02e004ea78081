import { describe, expect, it } from '@jest/globals'
import { letterOnPaper } from './letter-on-paper.js'

const letter = {
  from: 'Bro Kommune',
  title: 'Brev fra Bro Kommune',
  text: 'Kontakt den medarbejder, du har talt med. Æ, ø og å.',
  at: '2027-01-13T08:00:00.000Z',
}

describe('a letter on paper', () => {
  it('is a tagged PDF in Danish, which somebody can have read aloud', async () => {
    const pdf = (await letterOnPaper(letter)).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.7/)
    expect(pdf).toContain('/MarkInfo')
    expect(pdf).toContain('/Lang (da)')
  })

  it('is the same bytes when it is sent again, for the key is the same', async () => {
    expect((await letterOnPaper(letter)).equals(await letterOnPaper(letter))).toBe(true)
    expect((await letterOnPaper(letter)).equals(await letterOnPaper({ ...letter, text: 'Andet' }))).toBe(
      false,
    )
  })
})
