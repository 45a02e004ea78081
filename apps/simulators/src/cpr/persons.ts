import { z } from 'zod'

const number = z.string().regex(/^\d{10}$/)

/** A person as the simulated register has them. */
export const personSchema = z.strictObject({
  number,
  name: z.string().min(1).max(100),
  /** SF1520's codes: 1 active, 30 annulled, 60 another number, 70 gone, 80 left, 90 dead. */
  status: z.int(),
  /** The number in force, where this one was replaced. */
  current: number.optional(),
  municipality: z.int().min(101).max(999),
  address: z.string(),
  postalCode: z.string(),
  isProtected: z.boolean(),
  /** Whether we may see them at all. */
  isSecret: z.boolean(),
  hasDigitalPost: z.boolean(),
  /** Who has custody, by SF1520's codes: 3 the mother, 4 the father, 5 somebody else. */
  custody: z.array(z.strictObject({ type: z.union([z.literal(3), z.literal(4), z.literal(5)]), number })),
})
export type Person = z.infer<typeof personSchema>

/** What is told of somebody of whom nothing else is known. */
export const lives = {
  status: 1,
  municipality: 101,
  address: 'Testvej 1',
  postalCode: '9999',
  isProtected: false,
  isSecret: false,
  hasDigitalPost: true,
  custody: [],
}

/** Somebody with a number of month 25, which is nobody's: for whoever needs many, each lives here. */
export const inventedPerson = (number: string): Person | undefined =>
  /^\d\d25\d{6}$/.test(number) ? { ...lives, number, name: 'Prøve Testsen' } : undefined

/**
 * Two families and some others. The numbers are MedCom's national test numbers, which CPR keeps free and which fail
 * modulus 11; names and everything else are made up.
 */
export const seededPersons: readonly Person[] = [
  { ...lives, number: '2911829996', name: 'Kirsten Testsen' },
  { ...lives, number: '1502829995', name: 'Max Testsen', hasDigitalPost: false },
  {
    ...lives,
    number: '1310169996',
    name: 'Liv Testsen',
    custody: [
      { type: 3, number: '2911829996' },
      { type: 4, number: '1502829995' },
    ],
  },
  { ...lives, number: '1310169995', name: 'Emil Testsen', custody: [{ type: 3, number: '2911829996' }] },
  { ...lives, number: '1509819996', name: 'Britta Testsen', isProtected: true },
  {
    ...lives,
    number: '0212159995',
    name: 'Noor Testsen',
    isProtected: true,
    custody: [{ type: 3, number: '1509819996' }],
  },
  { ...lives, number: '3103979995', name: 'Anders Testsen', status: 80 },
  { ...lives, number: '2311143995', name: 'Viggo Testsen', status: 90 },
  { ...lives, number: '0201609995', name: 'Bent Testsen', status: 70, hasDigitalPost: false },
  { ...lives, number: '0201609996', name: 'Ukendt', status: 30 },
  { ...lives, number: '1110109996', name: 'Ida Testsen', status: 60, current: '1007059995' },
  { ...lives, number: '1007059995', name: 'Ida Testsen' },
  { ...lives, number: '2103009996', name: 'Sara Testsen', isSecret: true },
]
