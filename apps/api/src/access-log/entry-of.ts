import type { AccessEntry } from '@brobygger/access-log'
import type { StaffMember } from '@brobygger/domain/organisation'
import type { HttpRequest } from '../http/exchange.js'
import { noFacts } from './facts.js'
import { namedIn } from './named-cases.js'
import { whoAsks } from './who-asks.js'

/** The line that a request makes in the access log, from who asks, what the guard found, and what is answered. */
export function entryOf(args: {
  request: HttpRequest
  action: string
  requestId: string
  /** Code of the problem; null when it was allowed. */
  refusal: string | null
  /** The body of the answer; nothing for a refusal. */
  answer?: unknown
}): AccessEntry {
  const { request, action, requestId, refusal } = args
  const { caller, login, access } = request
  const facts = access ?? noFacts
  const named = namedIn(request.params ?? {}, args.answer)
  return {
    requestId,
    ...whoAsks(caller, login),
    administration: facts.administration ?? onlyAdministration(caller),
    action,
    outcome: refusal === null ? 'allowed' : 'refused',
    refusal,
    cases: [...new Set([...(facts.cases ?? []), ...named.cases])],
    process: facts.process ?? named.process,
    purpose: facts.purpose,
    basis: facts.basis,
    // Nothing is shown to whoever is refused.
    fields: refusal === null ? facts.fields : [],
    reason: facts.reason ?? null,
    practice: facts.practice ?? named.practice ?? false,
  }
}

function onlyAdministration(caller: StaffMember | undefined): AccessEntry['administration'] {
  const [first, ...more] = [...new Set(caller?.affiliations.map(({ administration }) => administration))]
  return first !== undefined && more.length === 0 ? first : null
}
