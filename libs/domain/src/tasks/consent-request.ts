import type { z } from 'zod'
import type { ConsentGiver } from '../messages/consent.js'
import type { InformationKind } from '../codes/index.js'
import { consentText, faultOfGivers, type GiversFault } from '../consents/index.js'

/** What the rules between the fields of a request look at. */
interface Request {
  readonly kinds: readonly InformationKind[]
  readonly givers: readonly (ConsentGiver & { readonly contact?: string | undefined })[]
  readonly language: string
  readonly interpreter: boolean
  readonly textVersion: string
  readonly deliveredOn?: string | undefined
}

const faults: Readonly<Record<GiversFault, string>> = {
  'giver-twice': 'Den samme kan kun stå én gang',
  'other-holder-missing': 'Ved fælles forældremyndighed skal begge spørges',
  'custody-unclear': 'Vælg enten fælles forældremyndighed eller én med eneforældremyndighed',
  'holder-missing': 'Om barnets forhold skal forældremyndighedens indehaver eller en repræsentant spørges',
}

/**
 * A request names a text that exists, and asks those who decide. Before the child is identified nothing goes by
 * Digital Post: the form is handed over, or sent to a contact that the parent gave.
 */
export function checkConsentRequest(context: z.core.ParsePayload<Request>): void {
  const { kinds, givers, language, interpreter, textVersion, deliveredOn } = context.value
  const issue = (code: string, path: (string | number)[], message: string) =>
    context.issues.push({ code: 'custom', path, message, input: context.value, params: { code } })

  const text = consentText({ version: textVersion, language })
  if (text === undefined) issue('text-unknown', ['textVersion'], 'Teksten findes ikke på det sprog')
  if (text?.given === 'byInterpreter' && !interpreter)
    issue('interpreter-needed', ['interpreter'], 'Teksten gives af en tolk på det sprog')
  const fault = faultOfGivers({ givers, kinds })
  if (fault !== null) issue(fault, ['givers'], faults[fault])
  if (deliveredOn !== undefined || interpreter) return
  for (const [index, { contact }] of givers.entries()) {
    if (contact === undefined)
      issue(
        'required-here',
        ['givers', index, 'contact'],
        'Skriv en kontakt, eller hvornår teksten er udleveret',
      )
  }
}
