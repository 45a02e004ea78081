import { insert, ownerOf, update, type Projection } from './change.js'

type EntryEvent =
  'letterSent' | 'letterDelivered' | 'letterReturned' | 'noteAdded' | 'documentAdded' | 'corrected'

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
    }),
  ],
  letterDelivered: ({ body }) => [update('letters', body.sent, { set: { delivered_at: body.deliveredAt } })],
  letterReturned: ({ body }) => [
    update('letters', body.sent, { set: { returned_at: body.returnedAt, returned_why: body.why } }),
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
