import { counsellingBegun } from './cases.js'
import { insert, ownerOf, update, type Projection } from './change.js'

type ProcessEvent =
  | 'processStarted'
  | 'stepEntered'
  | 'processEnded'
  | 'peopleChanged'
  | 'paused'
  | 'resumed'
  | 'conflictDeclared'
  | 'waitingStarted'
  | 'waitingEnded'

/** Where each process stands, who holds which part in it, and what it waits for. */
export const processChanges: Projection<ProcessEvent> = {
  // A re-opened case starts its process again: its end is taken back, a conflict of interest stays.
  processStarted: event => [
    insert('processes', {
      ...ownerOf(event),
      id: event.process,
      kind: event.body.kind,
      unit: event.body.unit,
      status: 'open',
      started_at: event.at,
      ended_at: null,
      outcome: null,
      paused: false,
      people: event.body.people,
    }),
  ],
  stepEntered: event => [
    update('processes', { id: event.process }, { set: { step: event.body.step } }),
    ...counsellingBegun(event),
  ],
  processEnded: event => [
    update(
      'processes',
      { id: event.process },
      { set: { status: 'closed', ended_at: event.at, outcome: event.body.outcome } },
    ),
  ],
  peopleChanged: event => [
    update('processes', { id: event.process }, { set: { people: event.body.people } }),
  ],
  paused: event => [update('processes', { id: event.process }, { set: { paused: true } })],
  resumed: event => [update('processes', { id: event.process }, { set: { paused: false } })],
  conflictDeclared: event => [
    update('processes', { id: event.process }, { append: { hidden_from: [event.body.person] } }),
  ],
  waitingStarted: event => [
    insert('waits', {
      ...ownerOf(event),
      process: event.process,
      system: event.body.system,
      since: event.body.since ?? event.at,
      ended_at: null,
    }),
  ],
  waitingEnded: event => [
    update('waits', { process: event.process, system: event.body.system }, { set: { ended_at: event.at } }),
  ],
}
