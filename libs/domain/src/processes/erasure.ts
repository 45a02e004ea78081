import { defineProcess } from './define.js'

const leader = { who: 'teamLeader', unit: 'early-help' } as const

/**
 * A case is erased in one administration: two people decide, then keys, texts, executions and everything that leads to
 * the child are gone, and a certificate says so. It runs under a code of its own in each administration that has a part.
 */
export const erasureProcess = defineProcess({
  kind: 'erasure',
  title: { da: 'Sletning af en sag', en: 'Erasure of a case' },
  administration: 'children-and-youth',
  everywhere: true,
  steps: {
    check: {
      title: { da: 'Må sagen slettes?', en: 'May the case be erased?' },
      ...leader,
      next: ['approve', 'erase', 'ended'],
    },
    approve: {
      title: { da: 'En anden godkender', en: 'A second person approves' },
      ...leader,
      next: ['erase', 'ended'],
    },
    erase: { title: { da: 'Sagen slettes', en: 'The case is erased' }, ...leader, next: ['ended'] },
    ended: { title: { da: 'Afsluttet', en: 'Ended' }, ...leader, next: [] },
  },
})

export type ErasureStep = (typeof erasureProcess.steps)[number]['id']
