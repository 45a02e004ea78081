import { accessEntry } from '@brobygger/access-log'
import { accessSign, accessVerdict } from '@brobygger/domain/codes'
import { z } from 'zod'
import { label, pageOf, person } from '../shapes/common.js'

const at = z.iso.datetime().meta({ description: 'When it was written, by the real clock' })

const loggedAccess = accessEntry.extend({ id: z.int(), at }).meta({ id: 'LoggedAccess' })

export const accessPage = pageOf(loggedAccess).meta({ id: 'LoggedAccessPage' })
export type AccessPage = z.infer<typeof accessPage>

const sampledAccess = loggedAccess
  .extend({
    signs: z
      .array(accessSign)
      .meta({ description: 'Why the line deserves a look; none for one of the rest' }),
    reviews: z.array(z.object({ reviewer: person, verdict: accessVerdict, at: z.string() })),
  })
  .meta({ id: 'SampledAccess' })

export const accessSample = z.object({ items: z.array(sampledAccess) }).meta({ id: 'AccessSample' })

/** What a data subject is told of one look: when, by which part of the municipality, what and why. */
export const toldAccess = z
  .object({
    at,
    administration: label.nullable(),
    roles: z.array(label).meta({ description: 'In what capacity' }),
    action: label,
    purpose: label,
    basis: label,
    fields: z.array(label).meta({ description: 'Kinds of content that were shown' }),
    staff: z.string().optional().meta({ description: 'The name, where names were asked for with a reason' }),
  })
  .meta({ id: 'ToldAccess' })
export type ToldAccess = z.infer<typeof toldAccess>

export const accessExport = z
  .object({
    case: z.string(),
    items: z.array(toldAccess),
    complete: z.boolean().meta({ description: 'False when there are more lines than one answer holds' }),
  })
  .meta({ id: 'AccessExport' })
export type AccessExport = z.infer<typeof accessExport>

export const reviewed = z.object({ entry: z.int(), verdict: accessVerdict }).meta({ id: 'AccessReviewed' })
