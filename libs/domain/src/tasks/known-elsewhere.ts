import { z } from 'zod'
import { identityRelation, unit } from '../codes/index.js'
import { personId } from '../forms/index.js'

/** Another case of ours of the same child, or of a sister or brother, as it was looked up: a link and whom to ask. */
export const knownElsewhere = z.object({
  relation: identityRelation.exclude(['otherSystem']),
  case: z.string(),
  contact: personId,
  unit,
})
export type KnownElsewhere = z.infer<typeof knownElsewhere>
