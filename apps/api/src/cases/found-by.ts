import type { z } from 'zod'
import type { caseShape } from '../shapes/case.js'
import type { CasesQuery } from './case-queries.js'

type Shown = z.infer<typeof caseShape>

/** What narrows a list, and where a case shows it. */
const shownAs = {
  status: 'status',
  stage: 'step',
  unit: 'responsibleUnit',
  administration: 'responsibleAdministration',
  responsible: 'responsiblePerson',
  institution: 'institution',
  mainCategory: 'mainCategory',
  degree: 'degree',
} as const satisfies Partial<Record<keyof CasesQuery, keyof Shown>>

/** Whether a case shows everything it was found by: to be found by what is withheld would tell what that is. */
export function showsWhatItWasFoundBy(shown: Shown, query: CasesQuery): boolean {
  return Object.entries(shownAs).every(([name, field]) => {
    const wanted = query[name as keyof typeof shownAs]
    return wanted === undefined || shown[field] === wanted
  })
}
