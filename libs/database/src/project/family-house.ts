import { isOffTrack } from '@brobygger/domain/family-house'
import { insert, ownerOf, update, type Projection } from './change.js'

type FamilyHouseEvent =
  | 'courseRequested'
  | 'courseMoved'
  | 'courseStarted'
  | 'familySessionHeld'
  | 'courseAdjusted'
  | 'courseEnded'
  | 'groupOpened'
  | 'capacityChanged'
  | 'placeAwaited'
  | 'placeHeld'
  | 'placePutFirst'
  | 'placeGiven'
  | 'placeLeft'

/** Courses in the family house, their sessions, and groups with their places. */
export const familyHouseChanges: Projection<FamilyHouseEvent> = {
  courseRequested: event => [
    insert('house_courses', {
      ...ownerOf(event),
      process: event.process,
      way: event.body.way,
      house_kind: event.body.houseKind,
      age_band: event.body.ageBand,
      main_category: event.body.mainCategory,
      interpreter: event.body.interpreter,
      referrer: event.body.referrer,
      text_ref: event.body.text ?? null,
      status: 'requested',
      requested_at: event.at,
    }),
  ],
  courseMoved: ({ process, body: { to, houseKind, group, reason } }) => [
    update(
      'house_courses',
      { process },
      {
        set: {
          status: to,
          group_process: group,
          decline_reason: reason,
          ...(houseKind === null ? {} : { house_kind: houseKind }),
        },
      },
    ),
  ],
  courseStarted: ({ process, body }) => [
    update('house_courses', { process }, { set: { status: 'started', started_on: body.on } }),
  ],
  familySessionHeld: event => {
    const { n, on, ors, srs, alarm } = event.body
    const { process } = event
    return [
      insert('house_sessions', { ...ownerOf(event), process, n, held_on: on, ors, srs, alarm }),
      update('house_courses', { process }, { set: { off_track: isOffTrack(alarm) ? alarm : null } }),
    ]
  },
  courseAdjusted: ({ process }) => [update('house_courses', { process }, { set: { off_track: null } })],
  courseEnded: ({ process, body: { reason, effect, on } }) => [
    update(
      'house_courses',
      { process },
      { set: { status: 'ended', ended_on: on, end_reason: reason, effect, off_track: null } },
    ),
  ],
  groupOpened: event => [
    insert('house_groups', {
      ...ownerOf(event),
      process: event.process,
      house_kind: event.body.houseKind,
      age_bands: event.body.ageBands,
      capacity: event.body.capacity,
      text_ref: event.body.text,
      opened_at: event.at,
    }),
  ],
  capacityChanged: ({ process, body }) => [
    update('house_groups', { process }, { set: { capacity: body.capacity } }),
  ],
  placeAwaited: event => [
    insert('house_places', {
      ...ownerOf(event),
      process: event.process,
      course: event.body.course,
      status: 'waiting',
      number: event.body.number,
      held: false,
      since: event.at,
      overtook: [],
    }),
  ],
  placeHeld: ({ process, body: { course, held } }) => [
    update('house_places', { process, course }, { set: { held } }),
  ],
  placePutFirst: ({ process, body: { course, reason, text = null } }) => [
    update('house_places', { process, course }, { set: { reason, text_ref: text } }),
  ],
  placeGiven: event => [
    insert('house_places', {
      ...ownerOf(event),
      process: event.process,
      course: event.body.course,
      status: 'placed',
      held: false,
      since: event.at,
      overtook: event.body.overtook,
    }),
  ],
  placeLeft: ({ process, at, body: { course } }) => [
    update(
      'house_places',
      { process, course },
      { set: { status: 'left', held: false, since: at, reason: null, text_ref: null } },
    ),
  ],
}
