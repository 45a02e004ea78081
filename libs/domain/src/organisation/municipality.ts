import { z } from 'zod'
import { administration, role, unit } from '../codes/index.js'
import { isoDate, personId } from '../forms/index.js'

/** One workplace of a person. Employer and workplace may be different administrations. */
const affiliation = z.object({ administration, unit, role, institution: z.string().optional() })

/**
 * A member of staff. `deputy` gets the tasks while `leave` runs. Whoever has left stays on the list while cases name them:
 * nobody logs in as them, and nothing new is given to them.
 */
export const staffMember = z.object({
  id: personId,
  name: z.string().min(1),
  affiliations: z.array(affiliation).min(1).max(2),
  deputy: personId.optional(),
  leave: z.object({ from: isoDate, to: isoDate }).optional(),
  leftOn: isoDate.optional(),
})
export type StaffMember = z.infer<typeof staffMember>

export const institutionKind = z.enum([
  'nursery',
  'kindergarten',
  'school',
  'afterSchool',
  'childminding',
  'asylum',
])

/**
 * A day-care, school or childminding area, in a cluster and a district, with the social worker who visits it. One that is
 * closed stays on the list while cases name it: nothing new is raised there, and nobody visits.
 */
export const institution = z.object({
  id: z.string().regex(/^[A-Z0-9]{6}$/, 'Institutionsnummer: seks tegn'),
  name: z.string().min(1),
  kind: institutionKind,
  district: z.string(),
  cluster: z.string(),
  leader: personId,
  socialWorker: personId,
  closedOn: isoDate.optional(),
})
export type Institution = z.infer<typeof institution>

/** Id of a cluster: it may stand in an address. */
export const clusterId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'Klynge: små bogstaver, tal og bindestreg')

/** Institutions that share a social worker's hours, and how many those are a month. */
const cluster = z.object({ id: clusterId, name: z.string().min(1), hoursPerMonth: z.number().positive() })

/** Weeks in which some kinds of institutions are closed, such as school holidays: first and last day. */
const closingWeek = z.object({ from: isoDate, to: isoDate, kinds: z.array(institutionKind).min(1) })

/** How outreach social workers are placed: four models tried side by side, by line manager and workplace. */
export const organisationModel = z.enum(['familyGroupLed', 'dayCareLed', 'pprLed', 'localTeam'])

/** Whether an administration runs, and which units lie in it; the first answers where no other does. */
const placed = z.strictObject({ runs: z.boolean(), units: z.array(unit) })

/** How the municipality's systems without a public interface are reached: over one of its own, or by whoever types. */
const systemWay = z.enum(['interface', 'manual'])
const systems = z.strictObject({
  /** The family group's case system (fagsystem). */
  familyCaseSystem: systemWay.default('manual'),
})

/** How the national case index (SF1470) knows the municipality; a file without it belongs to one that is not connected. */
const caseIndex = z.strictObject({
  /** The municipality among the organisations of SF1500. */
  organisation: z.uuid(),
  /** This system, as it is registered with KOMBIT. */
  system: z.uuid(),
  /** Its units in SF1500. The family group, which is responsible for what is indexed, has to be among them. */
  units: z.partialRecord(unit, z.uuid()),
  /** The subject of the cases by KLE (SF1510): number and class. */
  kle: z.strictObject({
    number: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/, 'KLE-nummer: 27.24.00'),
    class: z.uuid(),
  }),
})

/** Everything that is configured for one municipality, each field by itself. */
export const municipalityFields = z.strictObject({
  name: z.string(),
  organisationModel,
  administrations: z.record(administration, placed),
  closedDays: z.array(isoDate),
  closingWeeks: z.array(closingWeek).default([]),
  localAmounts: z.record(z.string(), z.number().positive()),
  leaders: z.strictObject({
    teamLeader: personId,
    nextManager: personId,
    familyGroupLeader: personId,
    familyHouseLeader: personId,
  }),
  dutyOfficer: personId,
  systems: systems.default({ familyCaseSystem: 'manual' }),
  caseIndex: caseIndex.optional(),
  clusters: z.array(cluster).default([]),
  institutions: z.array(institution),
  staff: z.array(staffMember),
})
export type Municipality = z.infer<typeof municipalityFields>
