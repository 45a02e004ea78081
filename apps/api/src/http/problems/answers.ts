import { kind, type ProblemKind } from './kind.js'

/** Problems of what is said of a case. */
export const ofAnswers = {
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
  'address-not-looked-for': kind(
    422,
    ['Nogen i sagen har beskyttet adresse', 'Somebody in the case has a protected address'],
    [
      'Se teksten igennem for adresser og steder, der viser, hvor de er, og bekræft det. Kontoret er returadresse.',
      'Look through the text for addresses and places that show where they are, and say so. The office is the return address.',
    ],
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
} as const satisfies Record<string, ProblemKind>
