import { z } from 'zod'
import { toldAbsence } from '../absence/told-absence.js'
import { registryFact } from '../codes/index.js'
import { vaultRef } from '../forms/index.js'
import { knownElsewhere } from '../tasks/known-elsewhere.js'

/** What a register tells of somebody in a case: codes, dates, counts and references, never who. */
export const toldEvent = z.object({
  /** The register's own id of the event: told twice, it counts once. */
  event: z.string().min(1).max(100),
  fact: registryFact,
  /** The person's row in the vault. */
  person: z.string(),
  /** What the person is to the case; null in an administration that the person is not known to. */
  relation: z.string().nullable(),
  /** Local date; the register may come late with what is long past. */
  on: z.iso.date(),
  /** Code of the municipality moved to, where that is the fact. */
  municipality: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  /** Where the old and the new number lie, where that is the fact and the administration knows the person. */
  text: vaultRef.optional(),
  /** The child's absence from school, where that is the fact. */
  absence: toldAbsence.optional(),
})

/** The same as a process hears it, with who else is known by a new number: that is met, and not written down as it is. */
export const registryEvent = toldEvent.extend({ known: z.array(knownElsewhere).optional() })
export type RegistryEvent = z.infer<typeof registryEvent>
