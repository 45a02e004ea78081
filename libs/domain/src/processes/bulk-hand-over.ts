import { defineProcess } from './define.js'

const leader = { who: 'teamLeader', unit: 'early-help' } as const

/**
 * Everything that somebody holds goes to a deputy at once: illness, leave, leavers. It runs in each administration,
 * under one code; in social services its unit is the colleague's own.
 */
export const bulkHandOverProcess = defineProcess({
  kind: 'bulkHandOver',
  title: { da: 'Samlet overdragelse', en: 'Bulk hand-over' },
  administration: 'children-and-youth',
  everywhere: true,
  reopensAt: 'find',
  steps: {
    find: {
      title: { da: 'Åbne opgaver findes', en: 'Open work is found' },
      ...leader,
      next: ['handOver', 'ended'],
    },
    handOver: {
      title: { da: 'Overdrages', en: 'Handed over' },
      ...leader,
      next: ['leftover', 'ended'],
    },
    leftover: {
      title: { da: 'Det der ikke kunne overdrages', en: 'What could not be handed over' },
      ...leader,
      next: ['ended'],
    },
    ended: {
      title: { da: 'Afsluttet', en: 'Ended' },
      ...leader,
      next: [],
    },
  },
})

export type BulkHandOverStep = (typeof bulkHandOverProcess.steps)[number]['id']
