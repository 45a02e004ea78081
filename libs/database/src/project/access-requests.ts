import { insert, ownerOf, update, type Projection } from './change.js'

type AccessEvent =
  'accessRequested' | 'accessCollected' | 'accessRedacted' | 'accessExtended' | 'accessAnswered'

/** What was asked for, what is held, what is shown of it, and the answer. */
export const accessChanges: Projection<AccessEvent> = {
  accessRequested: event => [
    insert('access_requests', {
      ...ownerOf(event),
      process: event.process,
      kind: event.body.kind,
      requester: event.body.requester,
      received_at: event.body.receivedAt,
      cases: event.body.cases,
      text_ref: event.body.text ?? null,
    }),
  ],
  accessCollected: event => {
    const { items, leftOut } = event.body
    return items.map(({ item, kind, case: ofCase }) =>
      insert('access_items', {
        ...ownerOf(event),
        process: event.process,
        item,
        kind,
        of_case: ofCase,
        left_out: leftOut.includes(item),
      }),
    )
  },
  accessRedacted: ({ process, body, by }) => [
    update(
      'access_items',
      { process, item: body.item },
      {
        set: {
          decision: body.decision,
          grounds: body.grounds,
          text_ref: body.text ?? null,
          decided_by: by,
        },
      },
    ),
  ],
  accessExtended: ({ process, body }) => [
    update(
      'access_requests',
      { process },
      { set: { extended_until: body.until, extension_in_time: body.inTime } },
    ),
  ],
  accessAnswered: ({ process, body, at, by }) => [
    update(
      'access_requests',
      { process },
      {
        set: {
          outcome: body.outcome,
          refusal: body.refusal,
          answer_text_ref: body.text ?? null,
          answered_at: at,
          answered_by: by,
        },
      },
    ),
  ],
}
