import { defineProcess } from './define.js'

const worker = { who: 'socialWorker', unit: 'early-help' } as const
const leader = { who: 'teamLeader', unit: 'early-help' } as const

/**
 * Somebody asks to see what is written about a child or a family. It runs in each administration that holds a part,
 * under one code: each collects, redacts and answers its own part, and nobody reads the other's for it.
 */
export const accessRequestProcess = defineProcess({
  kind: 'accessRequest',
  title: { da: 'Anmodning om indsigt', en: 'Access request' },
  administration: 'children-and-youth',
  everywhere: true,
  reopensAt: 'release',
  steps: {
    identity: {
      title: { da: 'Identiteten bekræftes', en: 'The identity is verified' },
      ...worker,
      next: ['collect', 'answer'],
    },
    collect: {
      title: { da: 'Oplysningerne samles', en: 'The data are collected' },
      ...worker,
      next: ['redact', 'release'],
    },
    redact: {
      title: { da: 'Tekst for tekst gennemgås', en: 'Text by text is gone through' },
      ...worker,
      next: ['otherParent'],
    },
    otherParent: {
      title: { da: 'Den anden forælders forhold', en: "The other parent's matters" },
      ...worker,
      next: ['release'],
    },
    release: {
      title: { da: 'Svaret godkendes', en: 'The answer is released' },
      ...leader,
      next: ['collect', 'answer'],
    },
    answer: {
      title: { da: 'Svaret sendes', en: 'The answer is sent' },
      ...leader,
      next: ['ended'],
    },
    ended: { title: { da: 'Afsluttet', en: 'Ended' }, ...leader, next: [] },
  },
})

export type AccessRequestStep = (typeof accessRequestProcess.steps)[number]['id']
