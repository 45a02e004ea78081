import type { ConcernForm, ConcernInput } from '@brobygger/domain/messages'
import type { PracticeOutage } from '@brobygger/domain/outward'
import type { People } from '@brobygger/domain/organisation'

/** The concern as its process carries it: the form's codes, who is who, and where its texts lie. */
export function concernInputOf(args: {
  caseId: string
  form: ConcernForm
  startsAt: string | null
  outages?: readonly PracticeOutage[] | undefined
  raisedBy: string
  people: People
  text: string
  visit: string | undefined
}): ConcernInput {
  const { caseId, form, startsAt, outages, raisedBy, people, text, visit } = args
  return {
    caseId,
    practice:
      startsAt === null ? null : { startsAt, ...(outages === undefined ? {} : { outages: [...outages] }) },
    raisedBy,
    raiserRole: form.raiserRole,
    institution: form.institution,
    ageBand: form.ageBand,
    mainCategory: form.mainCategory,
    otherCategories: form.otherCategories,
    severity: form.severity,
    parentsInformed: form.parentsInformed,
    interpreterLanguage: form.interpreterLanguage ?? null,
    knownToAuthority: form.knownToAuthority,
    acute: form.acute,
    text,
    ...(visit === undefined ? {} : { visit }),
    people,
  }
}
