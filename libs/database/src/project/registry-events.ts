import { insert, ownerOf, type Projection } from './change.js'

/** What registers told. */
export const registryEventChanges: Projection<'registryEventReceived'> = {
  registryEventReceived: event => {
    const { fact, person, relation, on, municipality, text = null, absence = null } = event.body
    return [
      insert('registry_events', {
        ...ownerOf(event),
        process: event.process,
        seq: event.seq,
        ...{ fact, person, relation, municipality },
        happened_on: on,
        text_ref: text,
        absence,
        received_at: event.at,
      }),
    ]
  },
}
