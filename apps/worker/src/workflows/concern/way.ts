import type {
  ConsentPurpose,
  ConsentStatus,
  DisclosureBasis,
  GiverRole,
  InformationKind,
  Unit,
} from '@brobygger/domain/codes'
import type { ContractName, NotificationOffer, SentDocument } from '@brobygger/domain/contracts'
import type { EventOf } from '@brobygger/domain/events'
import type { ConsentGiver, ConsentInput, HelpReported } from '@brobygger/domain/messages'
import type { ConcernStep } from '@brobygger/domain/processes'
import type { closing } from '@brobygger/domain/tasks'
import type { z } from 'zod'
import type { Course, Way } from '../kit/index.js'

export type Closing = z.infer<typeof closing>

/** A referral that is written and not yet sent. */
export interface PreparedReferral {
  readonly offer: string
  readonly consent: string | null
  /** The stated basis, where it rests on no consent. */
  readonly stated?: string
  readonly text: string
  readonly by: string
  readonly interpreter: boolean
  readonly documents: string[]
  /** What the offer rests on; a consent where nothing is said. */
  readonly basis?: 'consent' | 'override'
  /** The documents with what they hold and on what basis they cross. */
  readonly attached?: SentDocument[]
  /** The caseworker it is addressed to. */
  readonly caseworker?: string | undefined
  /** Cases of sisters and brothers. */
  readonly siblings?: string[]
}

/** A notification that is written and not yet sent. */
export interface PreparedNotification extends Pick<
  NotificationOffer,
  'offer' | 'notifierRole' | 'abuse' | 'acute' | 'parentsTold' | 'siblings' | 'interpreter' | 'text'
> {
  readonly by: string
}

/** Where a concern goes next, and what the next step needs to know. Kept in the ledger. */
export interface ConcernWay extends Way<ConcernStep> {
  /** An agreed date for the next session, review or follow-up. */
  readonly on?: string | undefined
  /** The moment the follow-up is counted from. */
  readonly from?: string | undefined
  /** The follow-up after a supportive measure (§ 32) has a statutory date. */
  readonly statutory?: boolean | undefined
  readonly resource?: string | undefined
  /** The consent to start and wait for. */
  readonly consent?: ConsentInput | undefined
  /** The referral to offer, as it was previewed. */
  readonly referral?: PreparedReferral | undefined
  /** The notification to send. */
  readonly notification?: PreparedNotification | undefined
  readonly closing?: Closing | undefined
  /** The case that goes on in this one's place. */
  readonly into?: string | undefined
  readonly text?: string | undefined
  readonly by?: string | undefined
}

/** What a concern remembers beside its steps. */
export interface ConcernFacts extends Record<string, unknown> {
  readonly consents: {
    id: string
    status: ConsentStatus
    purpose: ConsentPurpose
    /** Which way it goes; those from before it was kept go from early help. */
    from?: Unit
    to: Unit
    kinds: InformationKind[]
    /** Not yet in writing. */
    oral?: boolean
    givers: GiverRole[]
    /** Who has custody, as it was declared; consents from before it was kept have none. */
    declared?: readonly ConsentGiver[]
    /** Why it carries nothing more, although it was given. */
    flagged?: 'custodyChanged'
  }[]
  readonly offers: {
    id: string
    contract: ContractName
    status: 'offered' | 'accepted' | 'declined' | 'revoked'
    consent: string | null
    /** The stated basis it rests on, where that is no consent. */
    stated?: string
    attached?: SentDocument[]
    /** The text as it was sent. */
    text?: string
    /** The moment responsibility moved, once accepted. */
    transferredAt?: string
  }[]
  readonly reports: HelpReported[]
  /** What was shared without consent, and on what ground. */
  bases?: { id: string; kind: DisclosureBasis; units: Unit[]; followUp: boolean; upheld?: boolean }[]
  /** Cases of sisters and brothers that were found when the child was identified. */
  siblings?: string[]
  /** The referral as it was last sent: it can be addressed anew. */
  sent?: PreparedReferral
  /** Cases of the same child that became part of this one, and who raised them. */
  merged?: { case: string; raisedBy: string | null }[]
  /** The case that this one is just becoming part of. */
  mergingInto?: string
  /** What the national case index has been told of the case last. */
  indexed?: EventOf<'caseIndexed'>['status'] | undefined
  /** Whether the case has become part of another one, which the index knows in its place. */
  leftIndex?: boolean
  /** How often its closing has been given to be journalised. */
  journalised?: number
  /** Where the index has said that the child is known. */
  knownAt?: string[]
  /** Whether the child is identified; cases from before it was kept show it by their steps. */
  identified?: boolean
  /** To whom of the family no letter goes any more. */
  noLettersTo?: GiverRole[]
  /** The look-up in the register of persons that is waited for: since when, and whether the process is seen to wait. */
  lookUp?: { readonly key: string; readonly since: string; shown?: true }
  /** Sessions after which the team leader decides, as the municipality has set it. */
  sessions?: number
}

export type Concern = Course<ConcernWay, ConcernFacts>

/** Rung by what the other processes tell. */
export const bells = { consent: 'Samtykke', offer: 'Svar på henvisning', help: 'Hjælpen' } as const

/** An offer that the case has made. */
export type Offer = ConcernFacts['offers'][number]

/** Whether the authority has taken the case over: on consent, by duty or in spite of a missing one; the family house has none. */
export const isTakenOver = ({ offers }: Pick<ConcernFacts, 'offers'>): boolean =>
  offers.some(({ contract, status }) => contract !== 'family-house' && status === 'accepted')
