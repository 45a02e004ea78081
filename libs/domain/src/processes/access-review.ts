import { defineProcess } from './define.js'

const leader = { who: 'teamLeader', unit: 'early-help' } as const

/**
 * Somebody took urgent access to a case, and it is looked at afterwards: was it justified, and if not, was it a breach?
 * It runs under a code of its own in each administration whose part was opened, apart from the case: whoever reviews
 * needs no sight of the case, and whoever took the access sees nothing of the review.
 */
export const accessReviewProcess = defineProcess({
  kind: 'accessReview',
  title: { da: 'Gennemgang af akut adgang', en: 'Review of an urgent access' },
  administration: 'children-and-youth',
  everywhere: true,
  steps: {
    review: {
      title: { da: 'Var adgangen berettiget?', en: 'Was the access justified?' },
      ...leader,
      next: ['breach', 'ended'],
    },
    breach: {
      title: { da: 'Er det et brud på persondatasikkerheden?', en: 'Is it a breach of personal data?' },
      who: 'dataProtectionOfficer',
      unit: 'early-help',
      next: ['ended'],
    },
    ended: { title: { da: 'Afsluttet', en: 'Ended' }, ...leader, next: [] },
  },
})

export type AccessReviewStep = (typeof accessReviewProcess.steps)[number]['id']
