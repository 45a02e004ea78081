import { insert, ownerOf, update, type Projection } from './change.js'

/** Urgent accesses that are reviewed, and what came of it. */
export const accessReviewChanges: Projection<'accessReviewOpened' | 'accessReviewed' | 'breachAssessed'> = {
  accessReviewOpened: event => [
    insert('access_reviews', {
      ...ownerOf(event),
      process: event.process,
      of_case: event.body.case,
      person: event.body.person,
      taken_at: event.body.takenAt,
      until: event.body.until,
      text_ref: event.body.text,
    }),
  ],
  accessReviewed: ({ process, body, at, by }) => [
    update(
      'access_reviews',
      { process },
      {
        set: {
          justified: body.justified,
          review_text_ref: body.text ?? null,
          reviewed_at: at,
          reviewed_by: by,
        },
      },
    ),
  ],
  breachAssessed: ({ process, body, at, by }) => [
    update(
      'access_reviews',
      { process },
      {
        set: {
          breach: body.breach,
          reported_on: body.reportedOn,
          told_on: body.toldOn,
          breach_text_ref: body.text ?? null,
          assessed_at: at,
          assessed_by: by,
        },
      },
    ),
  ],
}
