import { insert, ownerOf, update, type Projection } from './change.js'

type VisitEvent =
  | 'roundOpened'
  | 'needProposed'
  | 'needWeighed'
  | 'roundPlanned'
  | 'visitPrepared'
  | 'visitMissed'
  | 'visitMoved'
  | 'visitHeld'
  | 'visitCancelled'
  | 'enquiryRaised'

/** Rounds of visits to institutions, and the visits in them. */
export const visitChanges: Projection<VisitEvent> = {
  roundOpened: event => [
    insert('visit_rounds', {
      ...ownerOf(event),
      process: event.process,
      cluster: event.body.cluster,
      quarter: event.body.quarter,
      institutions: event.body.institutions,
      opened_at: event.at,
    }),
  ],
  needProposed: ({ process, body }) => [
    update('visit_rounds', { process }, { set: { burdens: body.burdens } }),
  ],
  needWeighed: ({ process, by, body: { weights, decided, text } }) => [
    update(
      'visit_rounds',
      { process },
      { set: { weights, decided, weighed_by: by, weigh_text_ref: text ?? null } },
    ),
  ],
  roundPlanned: event => {
    const { process, at, body } = event
    return [
      update(
        'visit_rounds',
        { process },
        { set: { shares: body.shares, left_out: body.leftOut, planned_at: at } },
      ),
      ...body.visits.map(({ visit, institution, on }) =>
        insert('visits', {
          ...ownerOf(event),
          id: visit,
          process,
          institution,
          planned_on: on,
          status: 'planned',
        }),
      ),
    ]
  },
  visitPrepared: ({ body: { visit, agenda } }) => [
    update('visits', { id: visit }, { set: { status: 'prepared', agenda } }),
  ],
  visitMissed: ({ at, body: { visit } }) => [
    update('visits', { id: visit }, { set: { status: 'missed', missed_at: at } }),
  ],
  visitMoved: ({ body: { visit, on, person, text } }) => [
    update(
      'visits',
      { id: visit },
      {
        set: { status: 'planned', planned_on: on, colleague: person, text_ref: text ?? null },
        add: { moved: 1 },
      },
    ),
  ],
  visitHeld: ({ by, body: { visit, on, present, discussed, text } }) => [
    update(
      'visits',
      { id: visit },
      { set: { status: 'held', held_on: on, held_by: by, present, discussed, text_ref: text ?? null } },
    ),
  ],
  visitCancelled: ({ body: { visit, text } }) => [
    update('visits', { id: visit }, { set: { status: 'cancelled', text_ref: text ?? null } }),
  ],
  enquiryRaised: ({ body: { visit, case: raised } }) => [
    update('visits', { id: visit }, { append: { enquiries: [raised] } }),
  ],
}
