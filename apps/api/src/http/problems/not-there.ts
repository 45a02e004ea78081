import { kind, type ProblemKind } from './kind.js'

/** Problems of what is asked for and is not there. */
export const ofWhatIsNotThere = {
  'case-unknown': kind(
    404,
    ['Sagen findes ikke', 'There is no such case'],
    ['Kontrollér sagskoden.', 'Check the case code.'],
  ),
  'process-unknown': kind(
    404,
    ['Processen findes ikke', 'There is no such process'],
    ['Find processen på sagen.', 'Find the process on its case.'],
  ),
  'course-unknown': kind(
    404,
    ['Forløbet findes ikke', 'There is no such course'],
    ['Find forløbet på listen over familiehusets forløb.', "Find it in the list of the house's courses."],
  ),
  'round-unknown': kind(
    404,
    ['Besøgsrunden findes ikke', 'The round of visits is unknown'],
    ['Vælg en runde på listen.', 'Choose a round on the list.'],
  ),
  'group-unknown': kind(
    404,
    ['Holdet findes ikke', 'There is no such group'],
    ['Find holdet på listen over hold.', 'Find the group in the list of groups.'],
  ),
  'curve-code-unknown': kind(
    404,
    ['Koden passer ikke', 'The code does not fit'],
    ['Bed familiebehandleren om en ny kode.', 'Ask the therapist for a new code.'],
  ),
  'task-not-found': kind(
    404,
    ['Opgaven findes ikke', 'There is no such task'],
    ['Find opgaven på arbejdslisten.', 'Find the task in the worklist.'],
  ),
  'consent-unknown': kind(
    404,
    ['Samtykket findes ikke', 'There is no such consent'],
    ['Find samtykket på sagen.', 'Find the consent on the case.'],
  ),
  'handover-unknown': kind(
    404,
    ['Henvisningen findes ikke', 'There is no such handover'],
    ['Find henvisningen på sagen.', 'Find the handover on the case.'],
  ),
  'entry-unknown': kind(
    404,
    ['Notatet eller dokumentet findes ikke', 'There is no such note or document'],
    ['Find det i sagens forløb.', "Find it among the case's events."],
  ),
  'problem-unknown': kind(
    404,
    ['Fejlkoden findes ikke', 'There is no such problem code'],
    ['Se alle koder i /api/problems.', 'See all codes in /api/problems.'],
  ),
} as const satisfies Record<string, ProblemKind>
