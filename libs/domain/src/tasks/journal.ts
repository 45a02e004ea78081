import { z } from 'zod'
import { caseNumber } from '../forms/index.js'
import { defineTask } from './define.js'

/** S10: the records system (ESDH) has no public interface: whoever had the case files it there, and tells its number. */
export const journaliseTask = defineTask({
  kind: 'journalise',
  title: { da: 'Journalisér sagen', en: 'Journalise the case' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'journal-entry',
  form: z.object({ journalNumber: caseNumber('Journalnummer') }),
})
