import { insert, ownerOf, update, type Projection } from './change.js'
import { deadlineStarted } from './tasks.js'

type ConsentEvent =
  | 'consentRequested'
  | 'consentDelivered'
  | 'consentReminded'
  | 'consentGiven'
  | 'consentRefused'
  | 'consentWithdrawn'
  | 'consentFlagged'
  | 'consentDecided'

/** How the deadline for answering ends with each decision; a later end of the consent leaves it as it is. */
const deadlineEnd = {
  requested: null,
  delivered: null,
  given: 'met_at',
  partial: 'met_at',
  refused: 'met_at',
  expired: 'passed_at',
  withdrawn: 'cancelled_at',
  ended: 'cancelled_at',
} as const

/** Consents, and where each giver stands. */
export const consentChanges: Projection<ConsentEvent> = {
  consentRequested: event => {
    const { body } = event
    const place = { ...ownerOf(event), process: event.process }
    return [
      insert('consents', {
        ...place,
        id: body.consent,
        purpose: body.purpose,
        from_unit: body.from,
        to_unit: body.to,
        kinds: body.kinds,
        covered_kinds: [],
        status: 'requested',
        text_version: body.textVersion,
        language: body.language,
        interpreter: body.interpreter,
        review_on: body.reviewOn,
        text_ref: body.text ?? null,
        requested_at: event.at,
      }),
      ...body.givers.map(({ giver, custody }) =>
        insert('consent_answers', {
          ...place,
          consent: body.consent,
          giver,
          custody,
          status: 'awaited',
          kinds: [],
        }),
      ),
    ]
  },
  consentDelivered: event => [
    update('consents', { id: event.body.consent }, { set: { status: 'delivered', delivered_at: event.at } }),
    deadlineStarted(event, event.body.consent, event.body.deadline),
  ],
  consentReminded: ({ body, at }) =>
    body.givers.map(giver =>
      update('consent_answers', { consent: body.consent, giver }, { set: { reminded_at: at } }),
    ),
  consentGiven: ({ body, at }) => [
    update(
      'consent_answers',
      { consent: body.consent, giver: body.giver },
      {
        set: {
          status: 'given',
          form: body.form,
          kinds: body.kinds,
          answered_at: at,
          ...(body.sealed === undefined ? {} : { sealed_ref: body.sealed }),
          text_ref: body.text ?? null,
        },
      },
    ),
  ],
  consentRefused: ({ body, at }) => [
    update(
      'consent_answers',
      { consent: body.consent, giver: body.giver },
      { set: { status: 'refused', kinds: [], answered_at: at, text_ref: body.text ?? null } },
    ),
  ],
  consentWithdrawn: ({ body, at }) => [
    update(
      'consent_answers',
      { consent: body.consent, giver: body.giver },
      { set: { status: 'withdrawn', kinds: [], answered_at: at, text_ref: body.text ?? null } },
    ),
  ],
  consentFlagged: ({ body }) => [update('consents', { id: body.consent }, { set: { flagged: body.why } })],
  consentDecided: ({ body, at }) => {
    const end = deadlineEnd[body.status]
    return [
      update(
        'consents',
        { id: body.consent },
        { set: { status: body.status, covered_kinds: body.kinds, decided_at: at } },
      ),
      ...(end === null ? [] : [update('deadlines', { id: body.consent }, { set: { [end]: at } })]),
    ]
  },
}
