import { defineProcess } from './define.js'

const worker = { who: 'socialWorker', unit: 'early-help' } as const

/** What a case leaves behind is filed in the municipality's records system, once it has closed. */
export const journalProcess = defineProcess({
  kind: 'journal',
  title: { da: 'Journalisering', en: 'Journalising' },
  administration: 'children-and-youth',
  steps: {
    file: { title: { da: 'Sagen journaliseres', en: 'The case is journalised' }, ...worker, next: ['ended'] },
    ended: { title: { da: 'Afsluttet', en: 'Ended' }, ...worker, next: [] },
  },
})

export type JournalStep = (typeof journalProcess.steps)[number]['id']
