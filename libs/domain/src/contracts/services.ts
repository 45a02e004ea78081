import { agreed, type AnyAgreed } from './agreed.js'
import { referralDeclineV1, referralOfferV1 } from './before.js'
import { courseOffer, courseReceipt, courseRevocation } from './family-house.js'
import { notificationOffer, notificationReceipt } from './notification.js'
import {
  acknowledged,
  referralAcceptance,
  referralDecline,
  referralOffer,
  referralReceipt,
  referralRevocation,
  referralTransfer,
} from './referral.js'
import { childNews } from './register-told.js'
import { offerReport } from './report.js'

/** The most that a message may hold, in bytes of JSON: references and codes need far less. */
export const MESSAGE_LIMIT = 16_384

/** Within how many seconds an operation answers; work that takes longer is a process of the receiver's. */
export const ANSWERS_WITHIN = 10

const asked = { from: 'children-and-youth', to: 'social-services', speaks: 'case' } as const
const told = {
  from: 'social-services',
  to: 'children-and-youth',
  speaks: 'offer',
  bases: [],
  starts: null,
  answeredBy: null,
} as const
const acknowledgedOnly = { answer: acknowledged, bases: [], starts: null, answeredBy: null } as const

const referral = {
  contract: 'referral',
  ...asked,
  answer: referralReceipt,
  starts: 'referral',
  answeredBy: 'referral-answer',
} as const

const newsOfChild = {
  ...asked,
  ...acknowledgedOnly,
  request: childNews,
  says: {
    da: 'Hvad CPR siger om barnet: koder, ikke oplysninger',
    en: 'What the register of persons says of the child: codes, nothing personal',
  },
} as const

const familyGroupV1 = {
  offerReferral: agreed({
    ...referral,
    request: referralOfferV1,
    bases: ['consent', 'duty'],
    says: { da: 'Sagen tilbydes familiegruppen', en: 'The case is offered to the family group' },
  }),
  revokeReferral: agreed({
    contract: 'referral',
    ...asked,
    ...acknowledgedOnly,
    request: referralRevocation,
    says: { da: 'Tilbuddet tages tilbage', en: 'The offer is taken back' },
  }),
  notify: agreed({
    contract: 'notification',
    ...asked,
    request: notificationOffer,
    answer: notificationReceipt,
    bases: ['duty'],
    starts: 'notification',
    answeredBy: 'notification-acute-assessment',
    says: {
      da: 'Underretning: kan ikke afvises, ansvaret følger med',
      en: 'Notification: cannot be declined, responsibility moves with it',
    },
  }),
} as const

const caseV1 = {
  acceptReferral: agreed({
    contract: 'referral',
    ...told,
    request: referralAcceptance,
    answer: referralTransfer,
    says: {
      da: 'Familiegruppen vil tage sagen; sagen svarer, hvornår ansvaret er flyttet',
      en: 'The family group wants to accept; the case answers when responsibility has moved',
    },
  }),
  declineReferral: agreed({
    contract: 'referral',
    ...told,
    request: referralDeclineV1,
    answer: acknowledged,
    says: { da: 'Familiegruppen afviser', en: 'The family group declines' },
  }),
  reportReferral: agreed({
    contract: 'referral',
    ...told,
    request: offerReport,
    answer: acknowledged,
    says: { da: 'Hvad der blev af henvisningen', en: 'What became of the referral' },
  }),
  reportNotification: agreed({
    contract: 'notification',
    ...told,
    request: offerReport,
    answer: acknowledged,
    says: { da: 'Hvad der blev af underretningen', en: 'What became of the notification' },
  }),
  reportCourse: agreed({
    contract: 'family-house',
    ...told,
    request: offerReport,
    answer: acknowledged,
    says: { da: 'Hvad der blev af forløbet', en: 'What became of the course' },
  }),
} as const

/**
 * Every operation that an administration serves for another, by service. A service of a new version stands beside the
 * one before: new calls speak the newest that the receiver serves, and the one before is served until nobody speaks it.
 */
export const services = {
  'family-group': familyGroupV1,
  'family-group.v2': {
    ...familyGroupV1,
    offerReferral: agreed({
      ...referral,
      request: referralOffer,
      bases: ['consent', 'duty', 'override'],
      says: {
        da: 'Sagen tilbydes familiegruppen, hvert dokument med sit grundlag',
        en: 'The case is offered to the family group, each document with its basis',
      },
    }),
    tellReferral: agreed({ contract: 'referral', ...newsOfChild }),
    tellNotification: agreed({ contract: 'notification', ...newsOfChild }),
  },
  'family-house': {
    offerCourse: agreed({
      contract: 'family-house',
      ...asked,
      request: courseOffer,
      answer: courseReceipt,
      bases: ['anonymous'],
      starts: 'familyHouseCourse',
      answeredBy: null,
      says: {
        da: 'Familiehuset anbefales; ingen nævnes ved navn',
        en: 'The family house is recommended; nobody is named',
      },
    }),
    revokeCourse: agreed({
      contract: 'family-house',
      ...asked,
      ...acknowledgedOnly,
      request: courseRevocation,
      says: { da: 'Anbefalingen tages tilbage', en: 'The recommendation is taken back' },
    }),
  },
  case: caseV1,
  'case.v2': {
    ...caseV1,
    declineReferral: agreed({
      contract: 'referral',
      ...told,
      request: referralDecline,
      answer: acknowledged,
      says: {
        da: 'Familiegruppen afviser, og siger hvem der har familien i forvejen',
        en: 'The family group declines, and says who has the family already',
      },
    }),
  },
} as const satisfies Record<string, Record<string, AnyAgreed>>

export type ServiceName = keyof typeof services
