import { kind, type ProblemKind } from './kind.js'

/** Problems of where a case, a task or a place stands. */
export const ofState = {
  'task-not-open': kind(
    409,
    ['Opgaven er ikke længere åben', 'The task is no longer open'],
    [
      'Den er besvaret eller trukket tilbage. Opdatér arbejdslisten.',
      'It was answered or withdrawn. Refresh the worklist.',
    ],
  ),
  'process-ended': kind(
    409,
    ['Forløbet er afsluttet', 'The process has ended'],
    ['Opdatér sagen; genåbn den, hvis der skal mere til.', 'Refresh the case; re-open it if more is needed.'],
  ),
  'case-closed': kind(
    409,
    ['Sagen er afsluttet', 'The case is closed'],
    ['Genåbn sagen først.', 'Re-open the case first.'],
  ),
  'group-full': kind(
    409,
    ['Der er ingen ledig plads på holdet', 'The group has no free place'],
    [
      'Skriv familien på ventelisten, eller vælg et andet hold. Haster det, kan den komme først med en begrundelse.',
      'Put the family on the waiting list, or choose another group. If it is urgent, it can come first with a reason.',
    ],
  ),
  'group-closed': kind(
    409,
    ['Holdet tager ikke flere', 'The group takes no more families'],
    ['Vælg et andet hold.', 'Choose another group.'],
  ),
  'already-placed': kind(
    409,
    ['Familien har allerede en plads', 'The family has a place already'],
    ['Se familiens forløb.', "See the family's course."],
  ),
  'capacity-below-taken': kind(
    409,
    ['Flere familier har plads på holdet', 'More families have a place in the group'],
    ['Vælg mindst så mange pladser, som er optaget.', 'Choose at least as many places as are taken.'],
  ),
  'place-not-wanted': kind(
    409,
    ['Familien venter ikke på en plads', 'The family does not wait for a place'],
    ['Se familiens forløb.', "See the family's course."],
  ),
  'not-reopened': kind(
    409,
    ['Processen kan ikke genåbnes', 'The process is not re-opened'],
    ['Begynd en ny, fx et nyt samtykke.', 'Begin a new one, such as a new consent.'],
  ),
  'case-open': kind(
    409,
    ['Sagen er åben', 'The case is open'],
    ['Kun en afsluttet sag kan genåbnes.', 'Only a closed case can be re-opened.'],
  ),
  'staff-conflicted': kind(
    409,
    ['Medarbejderen har meldt sig inhabil', 'The member of staff declared a conflict of interest'],
    ['Vælg en anden medarbejder.', 'Choose somebody else.'],
  ),
  'staff-elsewhere': kind(
    409,
    ['Medarbejderen arbejder et andet sted', 'The member of staff works elsewhere'],
    [
      'Vælg en, der arbejder i den enhed, som har forløbet.',
      'Choose somebody who works in the unit that has the process.',
    ],
  ),
  'staff-not-named': kind(
    409,
    ['Medarbejderen er ikke blandt de navngivne', 'The member of staff is not among those named'],
    [
      'Sagen er kun åben for navngivne. Nævn medarbejderen først.',
      'The case is open to named people only. Name the member of staff first.',
    ],
  ),
  'already-paused': kind(
    409,
    ['Sagen er allerede sat på pause', 'The case is paused already'],
    [
      'Genoptag sagen først, hvis pausen skal begynde forfra.',
      'Resume it first if the pause shall begin anew.',
    ],
  ),
  'not-paused': kind(
    409,
    ['Sagen er ikke sat på pause', 'The case is not paused'],
    ['Der er intet at genoptage.', 'There is nothing to resume.'],
  ),
  'consent-missing': kind(
    409,
    ['Der er intet samtykke til det', 'No consent covers this'],
    [
      'Bed familien om samtykke, eller vælg en anden vej.',
      'Ask the family for consent, or choose another way.',
    ],
  ),
  'oral-consent-used': kind(
    409,
    ['Det mundtlige samtykke er brugt', 'The oral consent is used'],
    [
      'Et mundtligt samtykke dækker én videregivelse. Få det på skrift.',
      'An oral consent covers one disclosure. Get it in writing.',
    ],
  ),
  'consent-under-way': kind(
    409,
    ['Familien er allerede spurgt om det', 'The family was asked for this already'],
    ['Vent på svaret, eller luk anmodningen.', 'Wait for the answer, or close the request.'],
  ),
  'exchange-used': kind(
    409,
    ['Der kan ikke holdes flere møder uden samtykke', 'No more meetings without consent'],
    [
      'Uden samtykke må der holdes ét møde, og i særlige tilfælde ét, der følger op på det. Bed om samtykke.',
      'There may be one meeting without consent, and in special cases one that follows it up. Ask for consent.',
    ],
  ),
  'not-identified': kind(
    409,
    ['Barnet er ikke identificeret', 'The child is not identified'],
    [
      'Anonymt kan der ikke videregives. Få samtykke, eller underret.',
      'Nothing is disclosed anonymously. Get consent, or notify.',
    ],
  ),
  'number-known': kind(
    409,
    ['Barnet har ikke et midlertidigt id', 'The child has no temporary id'],
    [
      'Barnet har allerede et CPR-nummer, eller er ikke identificeret.',
      'It has a CPR number, or is not identified.',
    ],
  ),
  'consent-not-open': kind(
    409,
    ['Samtykket kan ikke besvares nu', 'The consent cannot be answered now'],
    [
      'Svarfristen er udløbet, eller samtykket er afgjort. Bed eventuelt om et nyt.',
      'It has expired or is decided. Ask for a new one if needed.',
    ],
  ),
  'already-answered': kind(
    409,
    ['Personen har allerede svaret', 'The person has answered already'],
    ['Et givet samtykke kan trækkes tilbage.', 'A consent that was given can be withdrawn.'],
  ),
  'nothing-to-withdraw': kind(
    409,
    ['Der er intet samtykke at trække tilbage', 'There is no consent to withdraw'],
    ['Personen har ikke givet samtykke.', 'The person has not given consent.'],
  ),
  'offer-not-open': kind(
    409,
    ['Henvisningen er ikke længere åben', 'The offer is no longer open'],
    [
      'Den er besvaret eller trukket tilbage. Opdatér sagen.',
      'It was answered or revoked. Refresh the case.',
    ],
  ),
  'offer-under-way': kind(
    409,
    ['En henvisning er allerede på vej', 'An offer is under way already'],
    ['Skriv henvisningen færdig, eller træk den tilbage.', 'Finish the referral, or revoke it.'],
  ),
  'erasure-under-way': kind(
    409,
    ['Sagen er ved at blive slettet', 'The case is being erased'],
    ['Se sletningen, der er i gang.', 'See the erasure that is under way.'],
  ),
  'access-not-reviewed': kind(
    409,
    ['En gennemgang lukkes ikke', 'A review is not closed'],
    ['Svar på opgaven: så slutter gennemgangen.', 'Answer its task: then the review ends.'],
  ),
  'four-eyes': kind(
    409,
    ['En anden person skal godkende', 'Another person has to approve'],
    [
      'Den, der har taget stilling, kan ikke selv godkende. Giv opgaven til en kollega.',
      'Whoever decided cannot approve it. Give the task to a colleague.',
    ],
  ),
  'command-running': kind(
    409,
    ['Den samme handling er i gang', 'The same command is running'],
    [
      'Vent et øjeblik og send igen med samme Idempotency-Key.',
      'Wait a moment and send it again with the same Idempotency-Key.',
    ],
  ),
  'already-corrected': kind(
    409,
    ['Notatet eller dokumentet er allerede rettet', 'The entry was corrected already'],
    ['Ret den nyeste udgave.', 'Correct the newest version.'],
  ),
  'not-a-practice-case': kind(
    409,
    ['Det er ikke en øvesag', 'This is not a practice case'],
    ['Kun i en øvesag kan tiden spoles frem.', 'Time can be played forward in practice cases only.'],
  ),
  refused: kind(
    409,
    ['Sagen kan ikke tage imod det nu', 'The case cannot take this now'],
    ['Opdatér sagen og se, hvor den står.', 'Refresh the case and see where it stands.'],
  ),
} as const satisfies Record<string, ProblemKind>
