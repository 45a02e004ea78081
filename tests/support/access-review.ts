import { call } from './http.js'
import { PracticeProcess } from './practice-process.js'
import { wholeList } from './whole-list.js'

/** The review of an urgent access in one administration, as it is shown. */
export interface ShownReviewPart {
  readonly administration: string
  readonly process: string
  readonly done: boolean
  readonly caseId: string | null
  readonly textRef: string | null
  readonly looks:
    { action: { da: string }; purpose: { da: string }; basis: { da: string }; outcome: string }[] | null
  readonly justified: boolean | null
  readonly reviewedBy: string | null
  readonly breach: boolean | null
  readonly reportedOn: string | null
  readonly toldOn: string | null
  readonly assessedBy: string | null
}

export interface ShownReview {
  readonly code: string
  readonly person: string
  readonly takenAt: string
  readonly until: string
  readonly done: boolean
  readonly parts: ShownReviewPart[]
  readonly texts: Record<string, Record<string, string>>
}

/** Shows a review as somebody sees it. */
export const showReview = (code: string, as: string) =>
  call<ShownReview>('GET', `/access-reviews/${code}`, as)

/** Codes of the reviews of accesses to a case that lie on somebody's desk. */
export async function reviewsOnDeskOf(as: string, of: { caseId: string; kind: string }): Promise<string[]> {
  const tasks = await wholeList<{ kind: string; caseId: string }>('/worklist?view=mine', as)
  const codes = tasks.filter(({ kind }) => kind === of.kind).map(({ caseId }) => caseId)
  const shown = await Promise.all(codes.map(code => showReview(code, as)))
  return shown
    .filter(({ body }) => body.parts.some(({ caseId }) => caseId === of.caseId))
    .map(({ body }) => body.code)
}

/** The one review of an access to a case on somebody's desk, to be played; fails when there is not just one. */
export async function reviewOnDeskOf(
  as: string,
  of: { caseId: string; kind?: string; n?: 1 | 2 },
): Promise<PracticeProcess> {
  const { caseId, kind = 'reviewUrgentAccess', n = 1 } = of
  const [code, ...more] = await reviewsOnDeskOf(as, { caseId, kind })
  if (code === undefined || more.length > 0) throw new Error(`${more.length + (code ? 1 : 0)} reviews`)
  return new PracticeProcess(`accessReview-${code}-${n}`, [as])
}
