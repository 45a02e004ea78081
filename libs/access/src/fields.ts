import { codeList } from '@brobygger/domain/codes'
import type { z } from 'zod'

/** What of a file is shown. What is not among somebody's fields comes back empty, and is named as withheld. */
export const fields = codeList({
  stage: ['Hvor det står', 'Where it stands'],
  codes: ['Hvad der blev sagt, i koder', 'What was said, in codes'],
  people: ['Hvem der har hvad', 'Who holds what'],
  tasks: ['Opgaver, frister og hvem der har dem', 'Tasks, due dates and who has them'],
  ownTasks: ['Opgaver, der er stillet til en selv', 'Tasks that are put to oneself'],
  ownText: ['Egen tekst', 'Own text'],
  ownLetters: ['Breve til en selv', 'Letters to oneself'],
  offered: ['Det der blev sendt med henvisningen', 'What was sent with the referral'],
  texts: ['Hvad der er skrevet', 'What was written'],
  identity: ['Hvem barnet er', 'Who the child is'],
  whereabouts: ['Hvor barnet og familien kan findes', 'Where child and family can be found'],
  consents: ['Samtykker', 'Consents'],
  handovers: ['Overleveringer og meldinger om hjælpen', 'Handovers, and reports of the help'],
  letters: ['Breve', 'Letters'],
  entries: ['Notater og dokumenter', 'Notes and documents'],
  events: ['Hændelser', 'Events'],
  scores: ['Familiens egne målinger', 'The family’s own scores'],
})
export type Field = z.infer<typeof fields.schema>
