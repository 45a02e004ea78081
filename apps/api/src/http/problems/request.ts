import { kind, type ProblemKind } from './kind.js'

/** Problems of the request itself. */
export const ofRequest = {
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
} as const satisfies Record<string, ProblemKind>
