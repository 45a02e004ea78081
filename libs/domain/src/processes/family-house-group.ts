import { defineProcess } from './define.js'

const leader = { who: 'familyHouseLeader', unit: 'family-house' } as const

/** A group of the family house: its places, and the families that wait for one in fair order. */
export const familyHouseGroupProcess = defineProcess({
  kind: 'familyHouseGroup',
  title: { da: 'Hold i familiehuset', en: 'Family-house group' },
  administration: 'social-services',
  reopensAt: 'open',
  steps: {
    open: {
      title: { da: 'Åbent for familier', en: 'Open for families' },
      ...leader,
      next: ['closing'],
    },
    closing: {
      title: { da: 'Tager ikke flere', en: 'Takes no more' },
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

export type FamilyHouseGroupStep = (typeof familyHouseGroupProcess.steps)[number]['id']
