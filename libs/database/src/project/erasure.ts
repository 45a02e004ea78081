import { insert, ownerOf, update, type Projection } from './change.js'

type ErasureEvent =
  | 'erasureRequested'
  | 'erasureRefused'
  | 'erasureStepDone'
  | 'erasureCertified'
  | 'retentionListed'
  | 'retentionDecided'

/** Erasures with their certificates, and what was decided about cases that have been kept long enough. */
export const erasureChanges: Projection<ErasureEvent> = {
  erasureRequested: event => [
    insert('certificates', {
      ...ownerOf(event),
      process: event.process,
      grounds: event.body.grounds,
      requester: event.body.requester,
      requested_at: event.at,
      text_ref: event.body.text ?? null,
    }),
  ],
  erasureRefused: ({ process, body }) => [
    update('certificates', { process }, { set: { outcome: 'refused', obstacle: body.obstacle } }),
  ],
  // Read in the log, and in the certificate that sums them up.
  erasureStepDone: () => [],
  erasureCertified: ({ process, body }) => [
    update(
      'certificates',
      { process },
      { set: { outcome: 'erased', certificate: body.certificate, hash: body.hash, text_ref: null } },
    ),
  ],
  retentionListed: event =>
    event.body.items.map(({ case: item, endedOn, rule }) =>
      insert('retention_items', {
        ...ownerOf(event),
        process: event.process,
        item,
        ended_on: endedOn,
        rule,
      }),
    ),
  retentionDecided: ({ process, body, at, by }) => [
    update(
      'retention_items',
      { process, item: body.case },
      {
        set: {
          decision: body.decision,
          reason: body.reason,
          next_on: body.nextOn,
          decided_at: at,
          decided_by: by,
        },
      },
    ),
  ],
}
