import { assurances, meetsAssurance, type Assurance } from '@brobygger/domain/codes'
import { Problem } from '../http/problem.js'

/** Who a login says somebody is, and how sure it is. */
export interface Proven {
  readonly person: string
  readonly assurance: Assurance
}

/**
 * Reads who it is from a token's claims.
 *
 * `acr` holds the level by its code, or as NSIS writes it: `https://data.gov.dk/concept/core/nsis/Substantial`.
 * Whoever says no level is not sure at all.
 *
 * @throws Problem `assurance-too-low` below the level wanted
 */
export function proven(claims: { sub: string; acr?: unknown }, wanted: Assurance): Proven {
  const named = typeof claims.acr === 'string' ? (claims.acr.split('/').at(-1) ?? '').toLowerCase() : ''
  const assurance = assurances.schema.safeParse(named).data
  if (assurance === undefined || !meetsAssurance(assurance, wanted)) throw new Problem('assurance-too-low')
  return { person: claims.sub, assurance }
}
