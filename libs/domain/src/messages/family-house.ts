import { z } from 'zod'
import { ageBand, category, houseKind, overtakeReason, wayIn } from '../codes/index.js'
import { freeText, identifying, instant, personId, vaultRef, whereabouts } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

const practice = z.object({ startsAt: instant }).nullable()

/** The form with which a family comes to the house by itself, or from reception. A walk-in gives no name. */
export const courseForm = z
  .object({
    way: wayIn.exclude(['referral', 'counselling']).meta({ title: 'Sådan kom familien' }),
    houseKind: houseKind.default('open').meta({ title: 'Slags forløb' }),
    ageBand: ageBand.meta({ title: 'Barnets alder' }),
    mainCategory: category.optional().meta({ title: 'Handler mest om' }),
    wish: freeText('Det ønsker familien').optional(),
    familyName: identifying('Familiens navn').optional(),
    ...whereabouts('contact', 'Kontakt'),
  })
  .check(context => {
    const { way, familyName, contact } = context.value
    if (way !== 'walkIn' || (familyName === undefined && contact === undefined)) return
    context.issues.push({
      code: 'custom',
      path: [familyName === undefined ? 'contact' : 'familyName'],
      message: 'En åben henvendelse er anonym: skriv ikke navn eller kontakt',
      input: context.value,
      params: { code: 'anonymous' },
    })
  })
export type CourseForm = z.infer<typeof courseForm>

/** Who hears what became of the family: a case in children and youth, or a process of social services. */
export const referrer = z.discriminatedUnion('by', [
  z.object({ by: z.literal('contract'), offer: z.string(), socialWorker: personId }),
  z.object({ by: z.literal('process'), process: z.string(), person: personId.nullable() }),
])
export type Referrer = z.infer<typeof referrer>

/** A course as its process carries it. */
export const courseInput = z.object({
  caseId: z.string(),
  practice,
  way: wayIn,
  houseKind,
  ageBand,
  mainCategory: category.nullable(),
  /** Whether the family speaks through an interpreter; not known of those who come by themselves. */
  interpreter: z.boolean().optional(),
  referrer: referrer.nullable(),
  text: vaultRef.optional(),
  people,
  ledger: ledger.optional(),
})
export type CourseInput = z.infer<typeof courseInput>

/** The sender has taken its recommendation back. */
export const revokeCourse = z.object({ reason: z.enum(['revoked', 'consentWithdrawn', 'caseClosed']) })
export type RevokeCourse = z.infer<typeof revokeCourse>

/**
 * A group has a place for the family. `asOf` is the number of the group's last event then: what a course hears from a
 * group may overtake what it says to it, and the later word counts.
 */
export const placeGiven = z.object({ group: z.string(), asOf: z.int() })
export type PlaceGiven = z.infer<typeof placeGiven>

/** A group takes no more families: whoever waits has to find another way. */
export const groupClosed = z.object({ group: z.string() })
export type GroupClosed = z.infer<typeof groupClosed>

/** The form with which a group is opened. */
export const groupForm = z.object({
  title: freeText('Holdets navn'),
  houseKind: houseKind.meta({ title: 'Slags forløb' }),
  ageBands: z.array(ageBand).min(1).meta({ title: 'Aldersgrupper' }),
  capacity: z.int().min(1).max(100).meta({ title: 'Pladser' }),
})
export type GroupForm = z.infer<typeof groupForm>

/** A group as its process carries it. */
export const groupInput = z.object({
  caseId: z.string(),
  practice,
  houseKind,
  ageBands: z.array(ageBand),
  capacity: z.int().positive(),
  text: vaultRef,
  people,
  ledger: ledger.optional(),
})
export type GroupInput = z.infer<typeof groupInput>

/** A course asks for a place: it gets one, or a number in the order of those who wait. */
export const askForPlace = z.object({ course: z.string() })
export type AskForPlace = z.infer<typeof askForPlace>
/** What a group answers to a course, as of its last event. */
export interface GroupAnswer {
  readonly asOf: number
}

export interface PlaceAnswer extends GroupAnswer {
  readonly placed: boolean
  /** Place in the order of arrival; null with a place. */
  readonly number: number | null
}

/** A course gives its place up, or its place in the order. */
export const leaveGroup = z.object({ course: z.string() })
export type LeaveGroup = z.infer<typeof leaveGroup>

/** A family asks to wait, and keeps its number; or is ready again. One that has a place gives it up. */
export const holdPlace = z.object({ course: z.string(), held: z.boolean() })
export type HoldPlace = z.infer<typeof holdPlace>

/** A worker takes a free place for a family. */
export const takePlace = z.object({ course: z.string(), by: personId })
export type TakePlace = z.infer<typeof takePlace>

/** A family gets the next place although others have waited longer, for a reason that is written down. */
export const putFirst = z.object({
  course: z.string(),
  by: personId,
  reason: overtakeReason,
  text: vaultRef.optional(),
})
export type PutFirst = z.infer<typeof putFirst>

/** The leader changes how many families there is room for. */
export const setCapacity = z.object({ by: personId, capacity: z.int().min(0).max(100) })
export type SetCapacity = z.infer<typeof setCapacity>
