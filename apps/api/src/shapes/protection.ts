import { z } from 'zod'
import { label } from './common.js'

/** That somebody of the family has a protected address, and what whoever works with it has to look out for. */
export const protectionShape = z
  .object({
    persons: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Who: `child`, or what they are to the child' }),
    warning: label,
  })
  .nullable()
  .meta({
    id: 'Protection',
    description: 'Null where nobody has a protected address, or where it is not shown',
  })

const warning = {
  da: 'Beskyttet adresse: se alt, der skrives eller sendes, igennem for adresser og steder. Kontoret er returadresse.',
  en: 'Protected address: look through all that is written or sent for addresses and places. The office is the return address.',
}

/** The warning where it is due. @param persons what those who are protected are to the child */
export function protectionOf(persons: readonly string[]) {
  return persons.length === 0 ? null : { persons: [...new Set(persons)], warning }
}
