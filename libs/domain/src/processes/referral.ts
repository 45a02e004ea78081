import { defineProcess } from './define.js'

const familyGroup = { who: 'familyCaseworker', unit: 'family-group' } as const

/** A referral as the family group sees it: from the offer to the help that comes of it. */
export const referralProcess = defineProcess({
  kind: 'referral',
  title: { da: 'Henvisning', en: 'Referral' },
  administration: 'social-services',
  reopensAt: 'measure',
  steps: {
    answer: {
      title: { da: 'Svar på henvisning', en: 'Answer' },
      ...familyGroup,
      next: ['firstMeeting', 'ended'],
    },
    firstMeeting: {
      title: { da: 'Første møde', en: 'First meeting' },
      ...familyGroup,
      next: ['measure'],
    },
    measure: {
      title: { da: 'Indsats', en: 'Measure' },
      ...familyGroup,
      next: ['endMeasure', 'ended'],
    },
    endMeasure: {
      title: { da: 'Indsatsen slutter', en: 'End of the measure' },
      ...familyGroup,
      next: ['measure', 'ended'],
    },
    ended: {
      title: { da: 'Afsluttet', en: 'Ended' },
      ...familyGroup,
      next: [],
    },
  },
})
