import type { z } from 'zod'
import { codeList } from '../codes/code-list.js'

/** Every letter, message and notice that the processes send, by kind. Their text comes from templates. */
export const letterKinds = codeList({
  receipt: ['Kvittering til den der rejste bekymringen', 'Receipt to whoever raised the concern'],
  leaderInformed: ['Orientering til institutionens leder', 'Notice to the institution leader'],
  reply: ['Svar til den der rejste bekymringen', 'Reply to whoever raised the concern'],
  consentText: ['Samtykketekst', 'Consent text'],
  consentReminder: ['Påmindelse om samtykke', 'Reminder of consent'],
  consentWithdrawn: ['Samtykke trukket tilbage', 'Consent withdrawn'],
  informationLetter: ['Orienteringsbrev til familien', 'Information letter to the family'],
  referralCopy: ['Kopi af henvisningen til forældrene', 'Copy of the referral to the parents'],
  offerAnswered: ['Svar på henvisning', 'Answer to the referral'],
  notificationReceipt: ['Kvittering for underretning', 'Receipt of the notification'],
  orientation: ['Orientering til underretter', 'Orientation to the notifier'],
  gainedCase: ['Du har fået en sag', 'You gained a case'],
  lostCase: ['Du har afgivet en sag', 'You lost a case'],
  bulkGained: ['Du har fået en kollegas sager', "You gained a colleague's cases"],
  bulkLost: ['Dine sager er overdraget', 'Your cases were handed over'],
  taskReminder: ['Påmindelse om opgave', 'Reminder of a task'],
  taskOverdue: ['Frist overskredet', 'A deadline has passed'],
  deadlineAtRisk: [
    'Fristen er i fare: et system svarer ikke',
    'A deadline is at risk: a system does not answer',
  ],
  dailyDigest: ['Dagens overblik', "The day's digest"],
  placeOffered: ['En plads i familiehuset er ledig', 'A place in the family house is free'],
  courseHandedBack: ['Tilbagemelding fra familiehuset', 'Hand-back from the family house'],
  roundPlanned: ['Besøgene i kvartalet er planlagt', 'The visits of the quarter are planned'],
  visitAgenda: ['Dagsorden for besøg', 'Agenda of a visit'],
  visitMissed: ['Besøget blev ikke holdt', 'The visit was missed'],
  visitMoved: ['Besøget er flyttet', 'The visit is moved'],
  visitCancelled: ['Besøget er aflyst', 'The visit is cancelled'],
  accessReceipt: ['Kvittering for anmodning om indsigt', 'Receipt of an access request'],
  accessExtended: ['Svaret på anmodningen tager længere tid', 'The answer to the request takes longer'],
  accessAnswer: ['Svar på anmodning om indsigt', 'Answer to an access request'],
  accessRefused: [
    'Afslag på anmodning om indsigt, med klagevejledning',
    'Refusal of an access request, with a guide to complaints',
  ],
  erasureDone: ['Sagen er slettet', 'The case is erased'],
  erasureRefused: [
    'Afslag på sletning, med klagevejledning',
    'Refusal of an erasure, with a guide to complaints',
  ],
  breachToAssess: [
    'Muligt brud på persondatasikkerheden: vurdér inden 72 timer',
    'A possible breach of personal data: assess within 72 hours',
  ],
  closing: ['Afslutningsbrev', 'Closing letter'],
})
export const letterKind = letterKinds.schema
export type LetterKind = z.infer<typeof letterKind>

/** Why a letter came back: whoever it is for takes no Digital Post, or it could not be delivered. */
export const letterReturns = codeList({
  exempt: ['Modtageren er fritaget for Digital Post', 'The recipient is exempt from Digital Post'],
  undeliverable: ['Brevet kunne ikke afleveres', 'The letter could not be delivered'],
})
export const letterReturn = letterReturns.schema
export type LetterReturn = z.infer<typeof letterReturn>

/** How a person handed a letter over. */
export const handingOvers = codeList({
  inPerson: ['Personligt', 'In person'],
  institution: ['Gennem institutionen', 'Through the institution'],
  letterBox: ['Lagt i postkassen', 'Put in the letter box'],
  post: ['Med almindelig post', 'By ordinary post'],
})
export const handingOver = handingOvers.schema
export type HandingOver = z.infer<typeof handingOver>

export {
  letterReceipt,
  letterStatus,
  letterStatuses,
  type LetterFate,
  type LetterNewsStatus,
  type LetterReceipt,
  type LetterStatus,
} from './status.js'
