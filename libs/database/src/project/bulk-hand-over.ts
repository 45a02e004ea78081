import { insert, ownerOf, update, type Projection } from './change.js'

type BulkEvent = 'bulkStarted' | 'bulkFound' | 'bulkMoved' | 'bulkLeft'

/** How far a hand-over in bulk has come, and what each process said to it. */
export const bulkChanges: Projection<BulkEvent> = {
  bulkStarted: event => [
    insert('bulk_handovers', {
      ...ownerOf(event),
      process: event.process,
      from_person: event.body.from,
      to_person: event.body.to,
      reason: event.body.reason,
      return_on: event.body.returnOn,
      cases: event.body.cases,
      found: null,
      started_at: event.at,
    }),
  ],
  bulkFound: ({ process, body }) => [
    update('bulk_handovers', { process }, { set: { found: body.processes } }),
  ],
  bulkMoved: event => {
    const { to, handedOver, refused } = event.body
    const of = { ...ownerOf(event), process: event.process, at: event.at }
    return [
      ...handedOver.map(item =>
        insert('bulk_handover_items', { ...of, item, outcome: 'handedOver', to_person: to }),
      ),
      ...refused.map(({ process: item, why }) =>
        insert('bulk_handover_items', { ...of, item, outcome: why, to_person: null }),
      ),
    ]
  },
  bulkLeft: event =>
    event.body.processes.map(item =>
      insert('bulk_handover_items', {
        ...ownerOf(event),
        process: event.process,
        item,
        outcome: 'left',
        to_person: null,
        at: event.at,
      }),
    ),
}
