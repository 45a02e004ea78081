import type { CaseSummary } from '@brobygger/database'
import type { z } from 'zod'
import type { View } from '../access/view.js'
import type { caseShape } from '../shapes/case.js'
import { shownWaits } from '../shapes/wait.js'

type ShownCase = z.infer<typeof caseShape>

/** What of a case's own row is shown; the rest is empty, and named as withheld. */
export function shownCase(row: CaseSummary, view: View): ShownCase {
  const { id, process, administration, practice } = row
  const seen = {
    stage: view.sees(process, 'stage'),
    codes: view.sees(process, 'codes'),
    people: view.sees(process, 'people'),
  }
  const responsible =
    seen.people ||
    (row.responsibleAdministration !== null && view.administrations.includes(row.responsibleAdministration))
  return {
    id,
    process,
    administration,
    practice,
    // Where a child spends its days is where it can be found.
    ...only(seen.codes && !view.hidesWhereabouts, {
      institution: row.institution,
    }),
    ...only(seen.codes, {
      institutionStatus: row.institutionStatus,
      raisedAt: row.raisedAt,
      raiserRole: row.raiserRole,
      ageBand: row.ageBand,
      mainCategory: row.mainCategory,
      severity: row.severity,
      parentsInformed: row.parentsInformed,
      interpreterLanguage: row.interpreterLanguage,
      knownToAuthority: row.knownToAuthority,
      acute: row.acute,
    }),
    otherCategories: seen.codes ? row.otherCategories : [],
    ...only(seen.stage, {
      status: row.status,
      degree: row.degree,
      escalatedAt: row.escalatedAt,
      reopenedAt: row.reopenedAt,
      mergedInto: row.mergedInto,
      closedAt: row.closedAt,
      closureCode: row.closureCode,
      caseAvoided: row.caseAvoided,
      firstHelpOn: row.firstHelpOn,
      step: row.step,
      stage: row.stage,
      paused: row.paused,
    }),
    waiting: shownWaits(row.waits.filter(wait => view.sees(wait.process, 'stage'))),
    ...only(seen.people, { raisedBy: row.raisedBy, people: row.people }),
    ...only(responsible, {
      responsibleAdministration: row.responsibleAdministration,
      responsibleUnit: row.responsibleUnit,
      responsiblePerson: row.responsiblePerson,
    }),
    textRef: view.seesRaisersText(process, row.raisedBy) ? row.textRef : null,
    closingTextRef: view.sees(process, 'texts') ? row.closingTextRef : null,
    withheld: view.withheld,
  }
}

/** The values where they are shown, otherwise null under the same names. */
export function only<T extends object>(shown: boolean, values: T): { [K in keyof T]: T[K] | null } {
  if (shown) return values
  return Object.fromEntries(Object.keys(values).map(name => [name, null])) as { [K in keyof T]: null }
}
