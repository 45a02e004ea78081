import { insert, ownerOf, update, type Change, type EventWith, type Projection } from './change.js'

type CaseEventType =
  | 'concernRaised'
  | 'identified'
  | 'escalated'
  | 'institutionChecked'
  | 'responsibilityMoved'
  | 'caseClosed'
  | 'caseReopened'

/** The row of a case, which only the process that carries the case changes. */
const rowOf = ({ caseId, process }: EventWith<CaseEventType | 'stepEntered'>) => ({ id: caseId, process })

/** What was raised, how far the child is identified, who is responsible, and how it ended. */
export const caseChanges: Projection<CaseEventType> = {
  concernRaised: event => {
    const { body, at, administration, practice } = event
    return [
      insert('cases', {
        id: event.caseId,
        process: event.process,
        administration,
        practice,
        institution: body.institution,
        raised_at: at,
        raised_by: body.raisedBy,
        raiser_role: body.raiserRole,
        age_band: body.ageBand,
        main_category: body.mainCategory,
        other_categories: body.otherCategories,
        severity: body.severity,
        parents_informed: body.parentsInformed,
        interpreter_language: body.interpreterLanguage,
        known_to_authority: body.knownToAuthority,
        acute: body.acute,
        text_ref: body.text,
        status: 'open',
      }),
    ]
  },
  identified: event => [update('cases', rowOf(event), { set: { identified_degree: event.body.degree } })],
  escalated: event => [update('cases', rowOf(event), { set: { escalated_at: event.at } })],
  institutionChecked: event => [
    update('cases', rowOf(event), { set: { institution_status: event.body.status } }),
  ],
  responsibilityMoved: event => {
    const { administration, unit, person, basis } = event.body
    return [
      insert('responsibilities', {
        ...ownerOf(event),
        process: event.process,
        seq: event.seq,
        from_at: event.at,
        holder_administration: administration,
        unit,
        person,
        basis,
      }),
      update('cases', rowOf(event), {
        set: {
          responsible_administration: administration,
          responsible_unit: unit,
          responsible_person: person,
        },
      }),
    ]
  },
  caseClosed: event => [
    update('cases', rowOf(event), {
      set: {
        status: 'closed',
        closed_at: event.at,
        closure_code: event.body.code,
        case_avoided: event.body.caseAvoided,
        first_help_on: event.body.firstHelpOn ?? null,
        closing_text_ref: event.body.text ?? null,
        merged_into: event.body.into ?? null,
        responsible_administration: null,
        responsible_unit: null,
        responsible_person: null,
      },
    }),
    nobodyResponsible(event),
  ],
  caseReopened: event => [
    update('cases', rowOf(event), {
      set: {
        status: 'open',
        reopened_at: event.at,
        closed_at: null,
        closure_code: null,
        case_avoided: null,
        first_help_on: null,
        closing_text_ref: null,
        merged_into: null,
      },
    }),
  ],
}

/** The first step of counselling makes the child pseudonymous (A1); a later one changes nothing. */
export function counsellingBegun(event: EventWith<'stepEntered'>): Change[] {
  if (event.body.step !== 'counselling' || event.body.n !== 1) return []
  return [update('cases', rowOf(event), { set: { counselled_at: event.at } })]
}

function nobodyResponsible(event: EventWith<'caseClosed'>): Change {
  return insert('responsibilities', {
    ...ownerOf(event),
    process: event.process,
    seq: event.seq,
    from_at: event.at,
    holder_administration: null,
    unit: null,
    person: null,
    basis: 'closed',
  })
}
