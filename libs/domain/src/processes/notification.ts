import { defineProcess } from './define.js'

const familyGroup = { who: 'familyCaseworker', unit: 'family-group' } as const

/** A notification as the family group handles it: assessed within 24 hours, then clarified or investigated. */
export const notificationProcess = defineProcess({
  kind: 'notification',
  title: { da: 'Underretning', en: 'Notification' },
  administration: 'social-services',
  reopensAt: 'clarification',
  steps: {
    assessment: {
      title: { da: 'Akut vurdering', en: 'Acute assessment' },
      ...familyGroup,
      next: ['clarification', 'investigation', 'ended'],
    },
    clarification: {
      title: { da: 'Afdækning (§ 19)', en: 'Clarification (§ 19)' },
      ...familyGroup,
      next: ['investigation', 'ended'],
    },
    investigation: {
      title: { da: 'Børnefaglig undersøgelse (§ 20)', en: 'Child-welfare investigation (§ 20)' },
      ...familyGroup,
      next: ['ended'],
    },
    ended: {
      title: { da: 'Afsluttet', en: 'Ended' },
      ...familyGroup,
      next: [],
    },
  },
})
