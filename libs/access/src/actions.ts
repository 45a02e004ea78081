import { codeList } from '@brobygger/domain/codes'
import type { z } from 'zod'

/** What is done to one file: a case, a course, a group, a round or a bulk hand-over. */
export const fileActions = codeList({
  readCase: ['Se sagen', 'See the case'],
  readProcess: ['Se et forløb', 'See a process'],
  readEvents: ['Se hændelserne', 'See the events'],
  readResponsible: ['Se hvem der var ansvarlig', 'See who was responsible'],
  readTask: ['Se en opgave', 'See a task'],
  readConsent: ['Se et samtykke', 'See a consent'],
  readHandover: ['Se en overlevering', 'See a handover'],
  readDocument: ['Åbne et dokument', 'Open a document'],
  readCourse: ['Se et forløb i familiehuset', 'See a course in the family house'],
  readGroup: ['Se et hold', 'See a group'],
  readRound: ['Se en besøgsrunde', 'See a round of visits'],
  readBulk: ['Se en samlet overdragelse', 'See a bulk hand-over'],
  readRequest: ['Se en anmodning om indsigt', 'See a request for access'],
  readErasure: ['Se en sletning og dens attest', 'See an erasure and its certificate'],
  readRetention: ['Se en liste over slettefrister', 'See a list of cases kept long enough'],
  readAccessReview: ['Se gennemgangen af en akut adgang', 'See the review of an urgent access'],
  readHints: ['Se hvem der har en lignende bekymring', 'See who has a like concern'],
  answerTask: ['Besvare en opgave', 'Answer a task'],
  addEntry: ['Skrive notat, lægge dokument på, rette', 'Write a note, add a document, correct'],
  noteConsent: ['Bede om samtykke og notere svar', 'Ask for a consent, and note the answers'],
  shareInMeeting: [
    'Dele uden samtykke på et fagligt møde',
    'Share at a meeting of professionals without consent',
  ],
  overrideConsent: ['Videregive trods manglende samtykke', 'Disclose in spite of a missing consent'],
  assignNumber: ['Give et barn dets CPR-nummer', 'Give a child its CPR number'],
  answerOffer: ['Svare på en henvisning', 'Answer a referral'],
  revokeOffer: ['Trække en henvisning tilbage', 'Take a referral back'],
  makeCurveCode: ['Give familien koden til dens kurve', 'Give the family the code of its curve'],
  referToHouse: ['Sende en familie til familiehuset', 'Send a family to the family house'],
  takePlace: ['Tage en plads på et hold', 'Take a place in a group'],
  setCapacity: ['Ændre antallet af pladser', 'Change the number of places'],
  assignTask: ['Give en opgave til en kollega', 'Give a task to a colleague'],
  handOver: ['Overdrage', 'Hand over'],
  pause: ['Sætte på pause og genoptage', 'Pause and resume'],
  recompute: ['Sætte en frist på ny', 'Set a deadline anew'],
  close: ['Afslutte', 'Close'],
  reopen: ['Genåbne', 'Re-open'],
  escalate: ['Sige at underretningspligten kalder', 'Say that the duty to notify calls'],
  declareConflict: ['Melde inhabilitet', 'Declare a conflict of interest'],
  askErasure: ['Bede om at sagen slettes', 'Ask that the case is erased'],
  restrict: ['Begrænse adgangen til navngivne', 'Restrict to named people, and lift it'],
  breakGlass: ['Tage akut adgang', 'Take urgent access'],
  fastForward: ['Spille tiden frem i en øvelsessag', 'Play time forward in a practice case'],
})
export type FileAction = z.infer<typeof fileActions.schema>

/** What is done without a file, or begins one. */
export const officeActions = codeList({
  raiseConcern: ['Rejse en bekymring', 'Raise a concern'],
  logOut: ['Logge ud', 'Log out'],
  lookUp: ['Slå op i lister', 'Look things up in lists'],
  listCases: ['Se sin liste over sager', 'See one’s list of cases'],
  listWork: ['Se sin arbejdsliste', 'See one’s worklist'],
  listCourses: ['Se listen over forløb i familiehuset', 'See the list of courses in the family house'],
  askForCourse: ['Tage imod en familie i familiehuset', 'Take in a family at the family house'],
  listGroups: ['Se listen over hold', 'See the list of groups'],
  openGroup: ['Åbne et hold', 'Open a group'],
  listRounds: ['Se listen over besøgsrunder', 'See the list of rounds'],
  startRound: ['Starte en besøgsrunde', 'Start a round of visits'],
  beginRequest: ['Skrive en anmodning om indsigt ned', 'Write down a request for access'],
  startRetention: [
    'Begynde en øvelsesliste over slettefrister',
    'Begin a practice list of cases kept long enough',
  ],
  handOverAll: ['Overdrage alt hvad en kollega har', 'Hand over all that a colleague holds'],
  readWork: ['Se hvad en kollega har', 'See what a colleague holds'],
  listStuck: ['Se hvad der står stille', 'See what stands still'],
  readLog: ['Se adgangsloggen', 'See the access log'],
  exportLog: ['Give en borger uddrag af adgangsloggen', 'Give a person their part of the access log'],
  sampleLog: ['Se stikprøver af adgangsloggen', 'See a sample of the access log'],
  reviewAccess: ['Vurdere et opslag', 'Review an access'],
  decode: ['Læse indhold i Temporal UI', 'Read contents in Temporal UI'],
})
export type OfficeAction = z.infer<typeof officeActions.schema>

/** Everything that can be asked for. Every operation of the API is exactly one of these. */
export type Action = FileAction | OfficeAction

/** Whether an action is done to a file. */
export function isFileAction(action: Action): action is FileAction {
  return fileActions.schema.safeParse(action).success
}
