import { insert, ownerOf, update, type Projection } from './change.js'

type BasisEvent = 'basisStated' | 'basisReviewed' | 'relationFound' | 'caseMerged'

/** Disclosure on another basis than consent, who else is known, and cases that became one. */
export const basisChanges: Projection<BasisEvent> = {
  basisStated: event => [
    insert('bases', {
      ...ownerOf(event),
      id: event.body.basis,
      process: event.process,
      kind: event.body.kind,
      units: event.body.units,
      held_on: event.body.heldOn,
      follow_up: event.body.followUp,
      stated_at: event.at,
      stated_by: event.by,
      text_ref: event.body.text,
    }),
  ],
  basisReviewed: ({ at, by, body: { basis, upheld, text = null } }) => [
    update(
      'bases',
      { id: basis },
      { set: { reviewed_at: at, reviewed_by: by, upheld, review_text_ref: text } },
    ),
  ],
  relationFound: event => [
    insert('relations', {
      ...ownerOf(event),
      process: event.process,
      seq: event.seq,
      relation: event.body.relation,
      contact: event.body.contact,
      unit: event.body.unit,
      found_at: event.at,
    }),
  ],
  caseMerged: event => [
    insert('merges', {
      ...ownerOf(event),
      process: event.process,
      merged: event.body.case,
      raised_by: event.body.raisedBy,
      merged_at: event.at,
    }),
  ],
}
