import { defineProcess } from './define.js'

const socialWorker = { who: 'socialWorker', unit: 'early-help' } as const

/** A quarter's visits to the institutions of a cluster: from the need that is weighed, to the last visit. */
export const visitRoundProcess = defineProcess({
  kind: 'visitRound',
  title: { da: 'Besøgsrunde', en: 'Visit round' },
  administration: 'children-and-youth',
  reopensAt: 'plan',
  steps: {
    weigh: {
      title: { da: 'Behovet vejes', en: 'The need is weighed' },
      who: 'teamLeader',
      unit: 'early-help',
      next: ['plan'],
    },
    plan: {
      title: { da: 'Runden planlægges', en: 'The round is planned' },
      ...socialWorker,
      next: ['visits'],
    },
    visits: {
      title: { da: 'Besøg', en: 'Visits' },
      ...socialWorker,
      next: ['ended'],
    },
    ended: {
      title: { da: 'Afsluttet', en: 'Ended' },
      ...socialWorker,
      next: [],
    },
  },
})

export type VisitRoundStep = (typeof visitRoundProcess.steps)[number]['id']
