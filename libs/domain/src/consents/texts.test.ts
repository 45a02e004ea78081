import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { consentText, consentTexts } from './texts.js'

/** Hashes of every text that families have been given. A line is added with a version, and never changed. */
const released: Readonly<Record<string, string>> = {
  '2027-1 da': '02fcf9862688abe5dad006625025e281997b5d714a0b35d6c269bbccb9428e30',
  '2027-1 en': 'ca0d2a207eec437f77d1de31cde0308038eb45e5cffdf8c6b350cd4336040cc4',
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('the text of a consent', () => {
  it('is word for word what families were given, for ever', () => {
    const written = consentTexts.filter(({ given }) => given === 'inWriting')
    const now = Object.fromEntries(
      written.map(({ version, language, text }) => [`${version} ${language}`, hashOf(text)]),
    )
    expect(now).toEqual(released)
  })

  it('is given by an interpreter from the Danish one where it is not written', () => {
    for (const { version, given, text } of consentTexts.filter(({ language }) => language !== 'en')) {
      expect([given, text]).toEqual([given, consentText({ version, language: 'da' })?.text])
    }
  })

  it('exists once for each version and language', () => {
    const names = consentTexts.map(({ version, language }) => `${version} ${language}`)
    expect(new Set(names).size).toBe(names.length)
    expect(consentText({ version: '2026-9', language: 'da' })).toBeUndefined()
  })
})
