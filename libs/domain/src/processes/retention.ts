import { defineProcess } from './define.js'

const leader = { who: 'teamLeader', unit: 'early-help' } as const

/** Each month, the cases that have been kept as long as their rules say: a leader decides, a second person approves. */
export const retentionProcess = defineProcess({
  kind: 'retention',
  title: { da: 'Slettefrister', en: 'Retention' },
  administration: 'children-and-youth',
  everywhere: true,
  steps: {
    find: {
      title: { da: 'Sager over slettefristen', en: 'Cases kept long enough' },
      ...leader,
      next: ['decide', 'ended'],
    },
    decide: {
      title: { da: 'Slet, behold eller aflever', en: 'Erase, keep or hand over' },
      ...leader,
      next: ['approve', 'carryOut'],
    },
    approve: {
      title: { da: 'En anden godkender listen', en: 'A second person approves the list' },
      ...leader,
      next: ['decide', 'carryOut'],
    },
    carryOut: { title: { da: 'Sletning sættes i gang', en: 'Erasures begin' }, ...leader, next: ['ended'] },
    ended: { title: { da: 'Afsluttet', en: 'Ended' }, ...leader, next: [] },
  },
})

export type RetentionStep = (typeof retentionProcess.steps)[number]['id']
