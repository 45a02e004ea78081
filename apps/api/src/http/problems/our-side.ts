import { kind, type ProblemKind } from './kind.js'

/** Problems on our side, and of what we read ourselves. */
export const ofOurSide = {
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
