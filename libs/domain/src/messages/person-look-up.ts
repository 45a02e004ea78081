import { z } from 'zod'
import {
  custodyRelation,
  lookUpOutcome,
  lookUpSource,
  personStatus,
  registerTelling,
} from '../codes/index.js'
import { vaultRef } from '../forms/index.js'

/** What looking the child up came to: codes alone. Name, address and numbers lie in the vault. */
export const lookedUp = z.object({
  /** The person's row in the vault; null where somebody looked by hand. */
  person: z.string().nullable(),
  source: lookUpSource,
  outcome: lookUpOutcome,
  /** Null, like everything below, where nobody was found. */
  status: personStatus.nullable(),
  isProtected: z.boolean().nullable(),
  /** Who has custody; empty where the register tells of nobody. */
  custody: z.array(custodyRelation),
  /** Whether the register has another number for one of them than the case has. */
  isOtherHolder: z.boolean(),
  hasDigitalPost: z.boolean().nullable(),
  /** Whether it is this municipality; null where the address is protected, or there is none. */
  livesHere: z.boolean().nullable(),
  /** Where the old and the new number lie, where the number has been replaced. */
  text: vaultRef.optional(),
})
export type LookedUp = z.infer<typeof lookedUp>

/** What the register says of the child, told to an administration that has taken the case over. */
export const registerTold = z.object({ told: z.array(registerTelling).min(1) })
export type RegisterTold = z.infer<typeof registerTold>
