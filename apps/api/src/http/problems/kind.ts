import type { Label } from '@brobygger/domain/codes'

/** What a code of a problem stands for: status, short title, and what to do next. */
export interface ProblemKind {
  readonly status: number
  readonly title: Label
  readonly detail: Label
}

/** A kind of problem: status, title and what to do next, each in Danish and English. */
export const kind = (
  status: number,
  [titleDa, titleEn]: readonly [string, string],
  [detailDa, detailEn]: readonly [string, string],
): ProblemKind => ({
  status,
  title: { da: titleDa, en: titleEn },
  detail: { da: detailDa, en: detailEn },
})
