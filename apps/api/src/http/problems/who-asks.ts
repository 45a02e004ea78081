import { kind, type ProblemKind } from './kind.js'

/** Problems of who asks: login and rights. */
export const ofWhoAsks = {
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
  'signature-invalid': kind(
    401,
    ['Beskeden er ikke underskrevet', 'The message is not signed'],
    [
      'Kun systemer, som kommunen har givet en nøgle, kan sende beskeder hertil.',
      'Only systems to which the municipality has given a key may send messages here.',
    ],
  ),
} as const satisfies Record<string, ProblemKind>
