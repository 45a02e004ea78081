import { z } from 'zod'
import { concernState } from '../../codes/index.js'
import { freeText, isoDate } from '../../forms/index.js'
import { defineTask } from '../define.js'
import { closing, requireWhen, voices } from '../shared-fields.js'

/** S9: is the child better off? */
export const followUpTask = defineTask({
  kind: 'followUp',
  title: { da: 'Følg op', en: 'Follow up' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'first-follow-up-local',
  form: z
    .object({
      concern: concernState.meta({ title: 'Bekymringen er' }),
      goalsReached: z.boolean().optional().meta({ title: 'Målene er nået' }),
      institutionView: freeText('Institutionens vurdering').optional(),
      next: z
        .enum(['close', 'followUpAgain', 'counselling', 'newReferral', 'duty'])
        .optional()
        .meta({ title: 'Næste skridt' }),
      nextOn: isoDate.optional().meta({ title: 'Ny opfølgning den' }),
      closing: closing.optional(),
      ...voices,
    })
    .check(context => {
      const { concern, next } = context.value
      requireWhen({
        when: concern !== 'gone',
        value: next,
        field: 'next',
        message: 'Bekymringen er der stadig: vælg næste skridt',
        context,
      })
    }),
})
