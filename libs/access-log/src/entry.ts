import { administration, role } from '@brobygger/domain/codes'
import { personId } from '@brobygger/domain/forms'
import { z } from 'zod'

// The same patterns as the types of the table: no sentence, name or civil registration number fits.
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9._:-]{0,79}$/)
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)

/** How surely somebody is known: the levels of NSIS. */
export const assurance = z.enum(['low', 'substantial', 'high'])

/** How somebody said who they are. `process`: nobody asked, a process did it. */
export const via = z.enum(['session', 'token', 'header', 'process', 'none'])

/** One access, or refused attempt: codes and ids, never names, numbers or sentences. */
export const accessEntry = z.object({
  /** One request can make several entries. */
  requestId: z.uuid(),
  /** Who; null where nobody is known. */
  actor: personId.nullable(),
  roles: z.array(role),
  /** On behalf of which; null where it does not follow from the roles. */
  administration: administration.nullable(),
  /** What was done: the operation's id, as the API documents it. */
  action: code,
  outcome: z.enum(['allowed', 'refused']),
  /** Code of the problem; null when it was allowed. */
  refusal: code.nullable(),
  /** The cases that were shown, changed or asked for. */
  cases: z.array(id),
  process: id.nullable(),
  purpose: code,
  basis: code,
  /** Which kinds of content were shown. */
  fields: z.array(code),
  /** A stated reason: a code, or a reference into the vault; never the words. */
  reason: z
    .string()
    .regex(/^(v_[a-z0-9]{1,40}|[a-z][A-Za-z0-9]{0,39})$/)
    .nullable(),
  practice: z.boolean(),
  assurance: assurance.nullable(),
  via,
})
export type AccessEntry = z.infer<typeof accessEntry>
