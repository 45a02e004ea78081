import { insert, ownerOf, type Projection } from './change.js'

/** What looking the child up came to. */
export const personLookUpChanges: Projection<'personLookedUp'> = {
  personLookedUp: event => {
    const { person, source, outcome, status, custody, text = null } = event.body
    return [
      insert('person_look_ups', {
        ...ownerOf(event),
        process: event.process,
        seq: event.seq,
        ...{ person, source, outcome, status, custody },
        is_protected: event.body.isProtected,
        custody_differs: event.body.custodyDiffers,
        has_digital_post: event.body.hasDigitalPost,
        lives_here: event.body.livesHere,
        text_ref: text,
        told_at: event.at,
        told_by: event.by,
      }),
    ]
  },
}
