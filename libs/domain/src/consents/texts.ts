import { danish20271, english20271 } from './texts/2027-1.js'

/** The text of a consent in one language, as it was released. A released text is never changed: it gets a new version. */
export interface ConsentText {
  readonly version: string
  /** Two-letter code of the language it is given in. */
  readonly language: string
  /** Read in writing, or the Danish text given by a professional interpreter, who is bound to secrecy. */
  readonly given: 'inWriting' | 'byInterpreter'
  readonly text: string
}

/** Languages in which interpreters give the Danish text. */
const interpreted = ['ar', 'fa', 'pl', 'ps', 'ro', 'so', 'ti', 'tr', 'uk', 'ur', 'vi'] as const

/** Every text that a consent can be asked with. */
export const consentTexts: readonly ConsentText[] = [
  { version: '2027-1', language: 'da', given: 'inWriting', text: danish20271 },
  { version: '2027-1', language: 'en', given: 'inWriting', text: english20271 },
  ...interpreted.map(language => ({
    version: '2027-1',
    language,
    given: 'byInterpreter' as const,
    text: danish20271,
  })),
]

/** The text of a version in a language; undefined when there is none. */
export function consentText(of: { version: string; language: string }): ConsentText | undefined {
  return consentTexts.find(({ version, language }) => version === of.version && language === of.language)
}
