import type { EventOf } from '@brobygger/domain/events'
import { insert, ownerOf, update, type Projection } from './change.js'

type EntryEvent =
  | 'letterSent'
  | 'letterDelivered'
  | 'letterPosted'
  | 'letterReturned'
  | 'letterGivenUp'
  | 'noteAdded'
  | 'documentAdded'
  | 'corrected'

/** Letters, notes, documents and corrections. An entry is never edited, only superseded. */
export const entryChanges: Projection<EntryEvent> = {
  letterSent: event => [
    insert('letters', {
      ...ownerOf(event),
      process: event.process,
      seq: event.seq,
      effect: event.body.effect,
      kind: event.body.kind,
      to_role: event.body.to,
      person: event.body.person,
      letter: event.body.letter,
      sent_at: event.at,
      ...receiptOf(event),
    }),
  ],
  letterDelivered: ({ body: { sent, deliveredAt, how, handedOverBy } }) => [
    update('letters', sent, {
      set: {
        delivered_at: deliveredAt,
        ...(how === undefined ? {} : { handed_over: how }),
        ...(handedOverBy === undefined ? {} : { handed_over_by: handedOverBy }),
      },
    }),
  ],
  letterPosted: ({ body: { sent, postedAt } }) => [update('letters', sent, { set: { posted_at: postedAt } })],
  letterReturned: ({ body }) => [
    update('letters', body.sent, { set: { returned_at: body.returnedAt, returned_why: body.why } }),
  ],
  letterGivenUp: ({ at, body: { sent, text = null } }) => [
    update('letters', sent, { set: { given_up_at: at, given_up_text_ref: text } }),
  ],
  noteAdded: event => [
    insert('notes', {
      ...ownerOf(event),
      id: event.body.note,
      text_ref: event.body.text,
      written_at: event.at,
      written_by: event.by,
    }),
  ],
  documentAdded: event => [
    insert('documents', {
      ...ownerOf(event),
      id: event.body.document,
      kind: event.body.kind,
      media_type: event.body.mediaType,
      bytes: event.body.bytes,
      text_ref: event.body.text,
      added_at: event.at,
      added_by: event.by,
    }),
  ],
  // The entry is a note or a document: the other update finds no row.
  corrected: event => {
    const { entry, supersededBy, text } = event.body
    return [
      insert('notes', {
        ...ownerOf(event),
        id: supersededBy,
        text_ref: text,
        written_at: event.at,
        written_by: event.by,
        supersedes: entry,
      }),
      update('notes', { id: entry }, { set: { superseded_by: supersededBy } }),
      update('documents', { id: entry }, { set: { superseded_by: supersededBy } }),
    ]
  },
}

/** A letter that is there the moment it is sent, as in practice, was delivered then. */
function receiptOf({ at, body: { receipt } }: { at: string; body: EventOf<'letterSent'> }) {
  if (receipt === undefined) return {}
  return receipt === 'delivered' ? { receipt, delivered_at: at } : { receipt }
}
