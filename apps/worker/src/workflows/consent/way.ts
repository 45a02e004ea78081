import type { ConsentStatus, GiverRole, InformationKind } from '@brobygger/domain/codes'
import type { Deadline } from '@brobygger/domain/policy'
import type { Course, Way } from '../kit/index.js'

export type ConsentStep = 'delivery' | 'answers' | 'inForce' | 'ended'
export type ConsentWay = Way<ConsentStep>

/** What a consent remembers: how each giver answered, and until when. */
export interface ConsentFacts extends Record<string, unknown> {
  status: ConsentStatus
  /** The status the case was last told. */
  told: ConsentStatus
  deliveredAt: string | null
  /** When each giver had the text that was sent; null where it cannot be delivered. */
  reached?: Partial<Record<GiverRole, string | null>>
  /** Whether the text has been sent: a delivery that is entered anew does not send it again. */
  sent?: boolean
  /** When somebody looks after letters that nobody has said are there. */
  chaseAt?: string
  deadline: Deadline | null
  reminded: boolean
  /** Whether the child was identified by it, and the envelopes were opened. */
  opened?: boolean
  /** Until when health may be shared; it lapses by itself. */
  healthUntil?: string
  /** The kinds it covers now, once it is in force. */
  covered?: InformationKind[]
  answers: { giver: GiverRole; yes: boolean; oral: boolean; kinds: InformationKind[] }[]
}

export type Consent = Course<ConsentWay, ConsentFacts>

/** Rung by every answer, withdrawal and pause. */
export const answered = 'Familiens svar'
