import { instant } from '@brobygger/domain/forms'
import { practiceOutage } from '@brobygger/domain/outward'
import { z } from 'zod'

/** As {@link practiceStart}, with what shall be down and when: to practise an outage, and to see what it does. */
export const practiceConcern = z
  .union([
    z.literal(true),
    z.strictObject({
      startsAt: instant,
      outages: z.array(practiceOutage).max(20).optional().meta({ title: 'Nedbrud, der øves' }),
    }),
  ])
  .optional()
  .meta({ title: 'Øvesag', description: 'A case to practise on: its time can be played forward' })
