import { protectedPersonsIn, type Db } from '@brobygger/database'

/** Where what is said of a visit names cases: as it was prepared, as it was held, and what was raised at it. */
const fields = ['agenda', 'discussed', 'enquiries', 'case'] as const

/** The cases that a visit, an event of one or an answer about one names. */
export function casesNamed(said: object): string[] {
  return fields.flatMap(field => {
    const value: unknown = (said as Readonly<Record<string, unknown>>)[field]
    return (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string')
  })
}

/**
 * Those of the cases that are named in which somebody has a protected address: that a child is spoken of at an
 * institution on a day tells where it can be found. One round trip, and none where no case is named.
 */
export async function protectedAmong(db: Db, said: readonly object[]): Promise<ReadonlySet<string>> {
  const persons = await protectedPersonsIn(db, { cases: [...new Set(said.flatMap(casesNamed))] })
  return new Set(persons.map(({ caseId }) => caseId))
}
