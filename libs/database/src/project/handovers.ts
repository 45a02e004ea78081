import type { CaseEvent } from '@brobygger/domain/events'
import type { Updateable } from 'kysely'
import type { HandoversTable } from '../tables/handovers.js'
import { insert, ownerOf, update, type Change, type Projection } from './change.js'

type HandoverEvent =
  | 'offerMade'
  | 'offerDelivered'
  | 'offerReceived'
  | 'offerAccepting'
  | 'offerAccepted'
  | 'caseNumberAssigned'
  | 'offerDeclined'
  | 'offerRevoked'
  | 'helpReported'

/** Each side changes its own row of an offer. */
function ownSide(event: CaseEvent, offer: string, set: Updateable<HandoversTable>): Change[] {
  return [update('handovers', { offer, administration: event.administration }, { set })]
}

/** Offers between the administrations, and the help that came of them. */
export const handoverChanges: Projection<HandoverEvent> = {
  offerMade: event => [
    insert('handovers', {
      ...ownerOf(event),
      offer: event.body.offer,
      process: event.process,
      direction: 'sent',
      contract: event.body.contract,
      basis: event.body.basis,
      status: 'offered',
      to_unit: event.body.to,
      consent: event.body.consent,
      offered_at: event.at,
      documents: event.body.documents ?? null,
      text_ref: event.body.text ?? null,
    }),
  ],
  offerDelivered: event => ownSide(event, event.body.offer, { status: 'delivered', delivered_at: event.at }),
  offerReceived: event => [
    insert('handovers', {
      ...ownerOf(event),
      offer: event.body.offer,
      process: event.process,
      direction: 'received',
      contract: event.body.contract,
      basis: event.body.basis,
      status: 'delivered',
      age_band: event.body.ageBand,
      main_category: event.body.mainCategory,
      offered_at: event.at,
      delivered_at: event.at,
      documents: event.body.documents ?? null,
      siblings: event.body.siblings ?? null,
      text_ref: event.body.text ?? null,
    }),
  ],
  offerAccepting: event =>
    ownSide(event, event.body.offer, { status: 'accepting', person: event.body.person }),
  offerAccepted: event =>
    ownSide(event, event.body.offer, {
      status: 'accepted',
      person: event.body.person,
      screening: event.body.screening,
      answered_at: event.at,
    }),
  caseNumberAssigned: event => ownSide(event, event.body.offer, { case_number: event.body.caseNumber }),
  offerDeclined: event =>
    ownSide(event, event.body.offer, {
      status: 'declined',
      decline_reason: event.body.reason,
      answer_text_ref: event.body.text ?? null,
      answered_at: event.at,
    }),
  offerRevoked: event =>
    ownSide(event, event.body.offer, {
      status: 'revoked',
      revoke_reason: event.body.reason,
      answer_text_ref: event.body.text ?? null,
      answered_at: event.at,
    }),
  helpReported: event => {
    const { offer, report, measure = null, on } = event.body.report
    const row = { process: event.process, seq: event.seq, offer, report, measure, on_date: on, at: event.at }
    return [insert('help_reports', { ...ownerOf(event), ...row })]
  },
}
