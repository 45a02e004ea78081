import { insert, ownerOf, type Projection } from './change.js'

/** For whom a case is there, and who took urgent access to it. */
export const restrictionChanges: Projection<'accessRestricted' | 'restrictionLifted' | 'urgentAccessTaken'> =
  {
    accessRestricted: event => [
      insert('restrictions', { ...ownerOf(event), people: event.body.people, since: event.at }),
    ],
    restrictionLifted: event => [
      insert('restrictions', { ...ownerOf(event), people: null, since: event.at }),
    ],
    urgentAccessTaken: event => [
      insert('urgent_accesses', {
        ...ownerOf(event),
        person: event.body.person,
        until: event.body.until,
      }),
    ],
  }
