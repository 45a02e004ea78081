import type { z } from 'zod'
import { codeList } from './code-list.js'
import { giverLabels } from './consent.js'

/** By which right somebody asks to see what is written: each has its own clock. */
export const accessKinds = codeList({
  subjectAccess: ['Indsigt i egne oplysninger (art. 15)', "Access to one's own data (art. 15)"],
  fileAccess: ['Aktindsigt som part (forvaltningsloven § 9)', 'Access to the file as a party (FVL § 9)'],
})
export const accessKind = accessKinds.schema
export type AccessKind = z.infer<typeof accessKind>

/** Who asks. Everybody who can give a consent can ask, and others can try. */
export const requesters = codeList({ ...giverLabels, other: ['Anden', 'Somebody else'] })
export const requester = requesters.schema
export type Requester = z.infer<typeof requester>

/** How it was made sure that whoever asks is who they say, and may ask for this child. */
export const identityProofs = codeList({
  mitId: ['MitID', 'MitID'],
  inPerson: ['Legitimation ved fremmøde', 'Shown in person'],
  powerOfAttorney: ['Fuldmagt og legitimation', 'Power of attorney and identification'],
  notVerified: ['Kunne ikke bekræftes', 'Could not be verified'],
})
export const identityProof = identityProofs.schema

/** What happens to one text before it is shown. */
export const redactions = codeList({
  show: ['Vises', 'Shown'],
  redact: ['Vises med udeladelser', 'Shown in part'],
  withhold: ['Vises ikke', 'Withheld'],
})
export const redaction = redactions.schema
export type Redaction = z.infer<typeof redaction>

/** Why something is left out of a text, or the text is withheld. */
export const redactionGrounds = codeList({
  otherParent: ['Den anden forælders private forhold', "The other parent's private matters"],
  thirdPerson: ['En tredjepersons private forhold', "A third person's private matters"],
  notifier: ['Underretterens identitet', "The notifier's identity"],
  childInterest: ['Afgørende hensyn til barnet', 'Decisive interests of the child'],
  internalWork: ['Internt arbejdsdokument', 'Internal working document'],
})
export const redactionGround = redactionGrounds.schema
export type RedactionGround = z.infer<typeof redactionGround>

/** What was found about the other parent before the answer is let out. */
export const otherParentChecks = codeList({
  nothing: ['Intet om den anden forælder', 'Nothing about the other parent'],
  removed: ['Den anden forælders forhold er taget ud', "The other parent's matters are left out"],
  agreed: ['Den anden forælder er hørt og indforstået', 'The other parent was heard and agrees'],
})
export const otherParentCheck = otherParentChecks.schema

/** Why a request is refused as a whole. */
export const accessRefusals = codeList({
  identity: ['Identiteten kunne ikke bekræftes', 'The identity could not be verified'],
  notParty: ['Ikke part og ikke den registrerede', 'Neither a party nor the data subject'],
  childInterest: ['Afgørende hensyn til barnet', 'Decisive interests of the child'],
  excessive: ['Åbenbart grundløs eller overdreven', 'Manifestly unfounded or excessive'],
  nothingHeld: ['Der er ingen oplysninger', 'Nothing is held'],
})
export const accessRefusal = accessRefusals.schema
export type AccessRefusal = z.infer<typeof accessRefusal>

/** Why a case is erased. */
export const erasureGrounds = codeList({
  request: ['Anmodning om sletning', 'Request for erasure'],
  retention: ['Slettefristen er udløbet', 'Kept as long as the rule says'],
})
export const erasureGround = erasureGrounds.schema

/** What stands in the way of an erasure. */
export const erasureObstacles = codeList({
  journalDuty: ['Notat- og journalpligt', 'Duty to record'],
  archive: ['Bevares efter arkivloven', 'Kept under the Archives Act'],
  legalClaim: ['Nødvendig for et retskrav', 'Necessary for a legal claim'],
  runningCase: ['Sagen er ikke færdig', 'The case has not ended'],
  accessRequest: ['En anmodning om indsigt er ikke besvaret', 'A request for access is not answered'],
  notApproved: ['Ikke godkendt af anden person', 'Not approved by a second person'],
})
export const erasureObstacle = erasureObstacles.schema

/** What an erasure does, in this order. Each is safe to repeat. */
export const erasureSteps = codeList({
  executions: ['Forløb er afsluttet og slettet', 'Processes are ended and deleted'],
  outside: ['Andre systemer har slettet', 'Other systems have erased'],
  texts: ['Nøgler er tilintetgjort og tekster slettet', 'Keys are destroyed and texts deleted'],
  log: ['Hændelsesloggen er gjort anonym', 'The event log is anonymous'],
})
export const erasureStep = erasureSteps.schema
export type ErasureStepCode = z.infer<typeof erasureStep>

/** What a leader decides about a case that has been kept as long as its rule says. */
export const retentionDecisions = codeList({
  erase: ['Slettes', 'Erased'],
  keep: ['Beholdes', 'Kept'],
  archive: ['Afleveres til arkiv', 'Handed to the archive'],
})
export const retentionDecision = retentionDecisions.schema
export type RetentionDecision = z.infer<typeof retentionDecision>

/** Why a case is kept on. */
export const retentionReasons = codeList({
  complaint: ['Klage eller retssag', 'Complaint or lawsuit'],
  sibling: ['Søskendes sag er i gang', "A sibling's case is under way"],
  accessRequest: ['Anmodning om indsigt', 'Request for access'],
  other: ['Andet', 'Other'],
})
export const retentionReason = retentionReasons.schema
export type RetentionReason = z.infer<typeof retentionReason>
