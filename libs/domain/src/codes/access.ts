import type { z } from 'zod'
import { codeList } from './code-list.js'

/** Why a leader looks into a case that is not their own: sent as the header X-Brobygger-Reason. */
export const accessReasons = codeList({
  sparring: ['Sparring med medarbejderen', 'Advising the worker'],
  decision: ['Afgørelse, som lederen skal træffe', 'A decision that is the leader’s'],
  complaint: ['Klage eller henvendelse fra familien', 'A complaint or question from the family'],
  absence: ['Medarbejderen er fraværende', 'The worker is absent'],
  review: ['Ledelsestilsyn', 'Supervision by management'],
})
export const accessReason = accessReasons.schema
export type AccessReason = z.infer<typeof accessReason>

/** What a look or a change is for, as the access log writes it down. */
export const accessPurposes = codeList({
  help: ['Hjælp til barnet', 'Help for the child'],
  answer: ['Svar på en henvendelse fra en anden forvaltning', 'Answering another administration'],
  reply: ['Svar til den der rejste bekymringen', 'Reply to whoever raised the concern'],
  steering: ['Fordeling af arbejdet', 'Sharing out the work'],
  supervision: ['Ledelsestilsyn', 'Supervision by management'],
  identification: ['Find søskende og dubletter', 'Finding siblings and duplicates'],
  referral: ['Henvisning til en anden forvaltning', 'Referral to another administration'],
  notification: ['Underretning', 'Notification'],
  'family-house': ['Anbefaling til familiehuset', 'Recommendation to the family house'],
  report: ['Tilbagemelding om hjælpen', 'Report of the help'],
  emergency: ['Akut indsigt uden del i sagen', 'Urgent look without a part in the case'],
  dataProtection: ['Databeskyttelse', 'Data protection'],
  operations: ['Drift', 'Operations'],
  everyday: ['Opslag uden personoplysninger', 'Look-ups without personal data'],
})
export const accessPurpose = accessPurposes.schema
export type AccessPurpose = z.infer<typeof accessPurpose>

/** On what somebody may look or act: how they stand to the case, or what their work is. */
export const accessBases = codeList({
  assigned: ['Har en del i forløbet eller en opgave i det', 'Holds a part in the process, or a task of it'],
  asked: ['En opgave i forløbet er stillet til dem', 'A task of the process is put to them'],
  queue: ['En opgave venter i enhedens kø', 'A task waits in the unit’s queue'],
  neighbour: ['Har en del i et andet forløb i sagen', 'Holds a part in another process of the case'],
  leads: ['Leder enheden', 'Leads the unit'],
  raised: ['Har selv rejst bekymringen', 'Raised the concern'],
  informed: ['Leder af institutionen', 'Leads the institution'],
  statedReason: ['Leder, med oplyst grund', 'Leader, for a stated reason'],
  breakGlass: ['Akut adgang, som gennemgås bagefter', 'Urgent access, reviewed afterwards'],
  colleague: ['Arbejder i samme enhed', 'Works in the same unit'],
  administration: ['Arbejder i samme forvaltning', 'Works in the same administration'],
  identified: ['Barnet er identificeret', 'The child is identified'],
  report: ['Tilbagemelding til den der henviste', 'Report to whoever referred'],
  office: ['Følger af stillingen', 'Follows from the position'],
  everybody: ['Gælder alle medarbejdere', 'Holds for all staff'],
})
export const accessBasis = accessBases.schema
export type AccessBasis = z.infer<typeof accessBasis>
