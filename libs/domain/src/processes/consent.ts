import { defineProcess } from './define.js'

const socialWorker = { who: 'socialWorker', unit: 'early-help' } as const

/** A consent: asked for, answered one by one, in force until its review, and withdrawable at any moment. */
export const consentProcess = defineProcess({
  kind: 'consent',
  title: { da: 'Samtykke', en: 'Consent' },
  administration: 'children-and-youth',
  steps: {
    delivery: {
      title: { da: 'Udlevering', en: 'Delivery' },
      ...socialWorker,
      next: ['answers', 'ended'],
    },
    answers: {
      title: { da: 'Familien svarer', en: 'The family answers' },
      ...socialWorker,
      next: ['inForce', 'ended'],
    },
    inForce: {
      title: { da: 'Gældende', en: 'In force' },
      ...socialWorker,
      next: ['inForce', 'ended'],
    },
    ended: {
      title: { da: 'Ophørt', en: 'Ended' },
      ...socialWorker,
      next: [],
    },
  },
})
