import type { Label } from '@brobygger/domain/codes'

/** What a code of a problem stands for: status, short title, and what to do next. */
export interface ProblemKind {
  readonly status: number
  readonly title: Label
  readonly detail: Label
}

const kind = (
  status: number,
  [titleDa, titleEn]: readonly [string, string],
  [detailDa, detailEn]: readonly [string, string],
): ProblemKind => ({
  status,
  title: { da: titleDa, en: titleEn },
  detail: { da: detailDa, en: detailEn },
})

/** Every problem the API answers with, by its stable code. A code is never given another meaning. */
export const problems = {
  // the request itself
  'input-invalid': kind(
    400,
    ['Noget mangler eller er udfyldt forkert', 'Something is missing or wrong'],
    ['Ret de nævnte felter og send igen.', 'Correct the fields named and send again.'],
  ),
  'request-malformed': kind(
    400,
    ['Forespørgslen kan ikke læses', 'The request cannot be read'],
    [
      'Adressen eller JSON-indholdet er ikke gyldigt. Ret det og send igen.',
      'Address or JSON is not valid. Correct it and send again.',
    ],
  ),
  'institution-unknown': kind(
    400,
    ['Institutionen findes ikke', 'The institution is unknown'],
    ['Vælg institutionen på listen over institutioner.', 'Choose it from the list of institutions.'],
  ),
  'not-found': kind(
    404,
    ['Adressen findes ikke', 'There is nothing at this address'],
    ['Se de adresser, der findes, i /api/docs.', 'See the addresses there are in /api/docs.'],
  ),
  'method-not-allowed': kind(
    405,
    ['Adressen kan ikke bruges på den måde', 'The address does not take this method'],
    ['Brug en af metoderne i svarets Allow.', "Use one of the methods in the answer's Allow."],
  ),
  'body-too-large': kind(
    413,
    ['Indholdet er for stort', 'The content is too large'],
    ['Et dokument må højst fylde 2 MB.', 'A document may take 2 MB at most.'],
  ),
  'media-type-unsupported': kind(
    415,
    ['Indholdet har en forkert type', 'The content has the wrong type'],
    ['Send JSON med Content-Type: application/json.', 'Send JSON with Content-Type: application/json.'],
  ),
  'too-many-requests': kind(
    429,
    ['For mange forespørgsler på kort tid', 'Too many requests in a short time'],
    [
      'Vent det antal sekunder, som Retry-After nævner, og prøv igen.',
      'Wait for as many seconds as Retry-After says, and try again.',
    ],
  ),
  'idempotency-key-reused': kind(
    422,
    ['Nøglen er allerede brugt til noget andet', 'The key was used for something else'],
    ['Brug en ny Idempotency-Key til en ny handling.', 'Use a new Idempotency-Key for a new action.'],
  ),
  // who asks
  'person-missing': kind(
    401,
    ['Det fremgår ikke, hvem du er', 'It does not say who you are'],
    [
      'Skriv din medarbejder-id i headeren X-Brobygger-Person.',
      'Put your staff id in the header X-Brobygger-Person.',
    ],
  ),
  'person-unknown': kind(
    401,
    ['Medarbejderen findes ikke', 'The member of staff is unknown'],
    ['Brug en medarbejder-id fra listen over medarbejdere.', 'Use a staff id from the list of staff.'],
  ),
  'login-failed': kind(
    400,
    ['Login blev ikke gennemført', 'The login was not completed'],
    ['Begynd forfra på /api/login, i samme browser.', 'Begin again at /api/login, in the same browser.'],
  ),
  'session-ended': kind(
    401,
    ['Du er logget ud', 'You are logged out'],
    [
      'Log ind igen på /api/login. Det, du har gemt, er der stadig.',
      'Log in again at /api/login. What you saved is still there.',
    ],
  ),
  'token-expired': kind(
    401,
    ['Adgangstokenet er udløbet', 'The token has expired'],
    ['Hent et nyt token hos login-tjenesten, og prøv igen.', 'Get a new token from the login and try again.'],
  ),
  'token-invalid': kind(
    401,
    ['Adgangstokenet kan ikke bruges', 'The token cannot be used'],
    ['Hent et token til denne API hos login-tjenesten.', 'Get a token for this API from the login.'],
  ),
  'assurance-too-low': kind(
    403,
    ['Dit login er ikke sikkert nok', 'Your login is not sure enough'],
    [
      'Log ind igen med et højere sikringsniveau, fx MitID Erhverv på niveau Betydelig.',
      'Log in again at a higher assurance level, such as MitID Erhverv at level substantial.',
    ],
  ),
  'csrf-refused': kind(
    403,
    ['Forespørgslen mangler sidens nøgle', 'The request lacks the key of the page'],
    [
      'Hent nøglen på /api/me, og send den i X-Brobygger-CSRF.',
      'Get the key at /api/me and send it as X-Brobygger-CSRF.',
    ],
  ),
  'login-unavailable': kind(
    503,
    ['Login-tjenesten svarer ikke lige nu', 'The login does not answer now'],
    ['Prøv igen om lidt. Det, du har gemt, er der stadig.', 'Try again soon. What you saved is still there.'],
  ),
  'login-required': kind(
    401,
    ['Du skal logge ind', 'Login is required'],
    [
      'Headeren X-Brobygger-Person gælder kun under udvikling.',
      'The header X-Brobygger-Person is for development only.',
    ],
  ),
  'access-denied': kind(
    403,
    ['Det har du ikke adgang til', 'You may not do this'],
    [
      'Adgang følger af din rolle og din del i sagen. Spørg din leder, eller brug akut adgang, hvis det haster for barnet.',
      'Access follows from your role and your part in the case. Ask your leader, or take urgent access where the child cannot wait.',
    ],
  ),
  'conflict-of-interest': kind(
    403,
    ['Du har meldt dig inhabil', 'You declared a conflict of interest'],
    [
      'Sagen er skjult for dig. Tal med din leder, hvis det er en fejl.',
      'The case is hidden from you. Talk to your leader if that is wrong.',
    ],
  ),
  'case-restricted': kind(
    403,
    ['Sagen er kun åben for navngivne', 'The case is open to named people only'],
    ['Spørg den leder, der har begrænset adgangen.', 'Ask the leader who restricted it.'],
  ),
  'not-the-holder': kind(
    403,
    ['Personen har ingen del i sagen', 'The person has no part in the case'],
    [
      'Vælg en person, der har sagen eller en af dens opgaver.',
      'Choose a person who holds the case or one of its tasks.',
    ],
  ),
  'origin-refused': kind(
    403,
    ['Siden må ikke spørge her', 'This page may not ask here'],
    ['Kun Temporal UI må bede om at få data læst op.', "Only Temporal's UI may ask for decoding."],
  ),
  // what is asked for
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
  // where the case stands
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
  // what is said of it
  'answer-invalid': kind(
    422,
    ['Svaret passer ikke til opgaven', 'The answer does not fit the task'],
    ['Hent opgaven igen og udfyld dens formular.', 'Fetch the task again and fill in its form.'],
  ),
  'staff-unknown': kind(
    422,
    ['Medarbejderen findes ikke', 'The member of staff is unknown'],
    ['Vælg en medarbejder på listen over medarbejdere.', 'Choose from the list of staff.'],
  ),
  'cluster-unknown': kind(
    422,
    ['Klyngen findes ikke', 'The cluster is unknown'],
    ['Vælg en af kommunens klynger.', "Choose one of the municipality's clusters."],
  ),
  'visit-unknown': kind(
    422,
    ['Besøget findes ikke ved institutionen', 'The institution has no such visit'],
    [
      'Vælg et af besøgene i runden, eller lad feltet stå tomt.',
      'Choose one of the visits of the round, or leave the field empty.',
    ],
  ),
  'text-not-listed': kind(
    422,
    ['Teksten er ikke med i anmodningen', 'The text is not part of the request'],
    ['Vælg blandt de tekster, som anmodningen viser.', 'Choose among the texts that the request shows.'],
  ),
  'giver-unknown': kind(
    422,
    ['Personen er ikke bedt om samtykke', 'This person was not asked for consent'],
    ['Vælg en af dem, samtykket nævner.', 'Choose one of those the consent names.'],
  ),
  'health-needs-writing': kind(
    422,
    ['Helbredsoplysninger kræver skriftligt samtykke', 'Health information needs consent in writing'],
    ['Få samtykket på skrift, eller undtag helbred.', 'Get it in writing, or leave health out.'],
  ),
  'kind-not-asked-for': kind(
    422,
    ['Der er ikke bedt om samtykke til de oplysninger', 'Consent to this was not asked for'],
    ['Vælg blandt de oplysninger, samtykket nævner.', 'Choose among the kinds the consent names.'],
  ),
  'kind-not-covered': kind(
    422,
    ['Samtykket dækker ikke den slags oplysninger', 'The consent does not cover this kind of information'],
    [
      'Udelad dokumentet, eller bed om samtykke til det.',
      'Leave the document out, or ask for consent to it.',
    ],
  ),
  'basis-missing': kind(
    422,
    ['Der er ikke noget grundlag for at dele det', 'Nothing allows this to be shared'],
    [
      'Vælg et andet grundlag, eller skriv det ned på sagen først.',
      'Choose another basis, or state it in the case first.',
    ],
  ),
  'until-passed': kind(
    422,
    ['Tidspunktet er passeret', 'That moment has passed'],
    ['Vælg et tidspunkt efter sagens egen tid.', "Choose a moment after the case's own time."],
  ),
  // our own
  'internal-error': kind(
    500,
    ['Noget gik galt hos os', 'Something went wrong on our side'],
    [
      'Prøv igen. Bliver det ved, så giv driften fejlens nummer.',
      'Try again. If it persists, give operations the number of the error.',
    ],
  ),
  'engine-unavailable': kind(
    503,
    ['Sagsforløbet svarer ikke lige nu', 'The process engine does not answer now'],
    ['Prøv igen om lidt, med samme Idempotency-Key.', 'Try again soon, with the same Idempotency-Key.'],
  ),
  'log-entry-unknown': kind(
    404,
    ['Linjen findes ikke i loggen', 'There is no such line in the log'],
    [
      'Find linjen i stikprøven. Egne opslag gennemgås af en anden.',
      'Find the line in the sample. Your own look-ups are reviewed by somebody else.',
    ],
  ),
  'period-not-over': kind(
    400,
    ['Perioden er ikke slut', 'The period is not over'],
    ['Vælg en sidste dag før i dag.', 'Choose a last day before today.'],
  ),
  'reason-missing': kind(
    400,
    ['Grunden mangler', 'The reason is missing'],
    [
      'Skriv grundens kode i headeren X-Brobygger-Reason.',
      'Put the code of the reason in the header X-Brobygger-Reason.',
    ],
  ),
  'log-unavailable': kind(
    503,
    ['Adgangsloggen svarer ikke', 'The access log does not answer'],
    [
      'Intet vises, før opslaget er skrevet ned. Prøv igen om lidt.',
      'Nothing is shown before the look-up is written down. Try again in a moment.',
    ],
  ),
  'storage-unavailable': kind(
    503,
    ['Arkivet svarer ikke lige nu', 'The storage does not answer now'],
    [
      'Intet kunne gemmes sikkert. Behold din tekst og prøv igen om lidt, med samme Idempotency-Key.',
      'Nothing could be stored safely. Keep your text and try again soon, with the same Idempotency-Key.',
    ],
  ),
  'keys-unavailable': kind(
    503,
    ['Nøglerne til arkivet svarer ikke lige nu', 'The keys to the storage do not answer now'],
    [
      'Intet kunne gemmes eller læses sikkert. Behold din tekst og prøv igen om lidt, med samme Idempotency-Key.',
      'Nothing could be stored or read safely. Keep your text and try again soon, with the same Idempotency-Key.',
    ],
  ),
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problems

/** All codes, in the order of the table. */
export const problemCodes = Object.keys(problems) as ProblemCode[]

/** Whether a text is a problem's code. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)
