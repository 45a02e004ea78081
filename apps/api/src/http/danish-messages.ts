import { z } from 'zod'

const usual = z.locales.da()

/** What is wrong with a value, in Danish that a caseworker would write. Never repeats what was sent. */
export const danishMessages: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Skal udfyldes' : 'Har en forkert type'
    case 'invalid_value':
      return `Vælg en af: ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return 'Har ikke det rigtige format'
    case 'invalid_union':
      return 'Passer ikke til nogen af mulighederne'
    case 'unrecognized_keys':
      return 'Feltet kendes ikke'
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'Skal udfyldes'
        : `Mindst ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `Højst ${issue.maximum}${unitOf(issue.origin)}`
    default:
      return usual.localeError(issue)
  }
}

const unitOf = (origin: string): string => (origin === 'string' ? ' tegn' : '')
