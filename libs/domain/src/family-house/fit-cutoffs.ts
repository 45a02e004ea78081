import type { FitRespondent } from '../codes/index.js'
import type { RuleMark } from '../policy/index.js'

/** A published number of an instrument, with its source. The instruments' texts are licensed and stand nowhere here. */
export interface FitCutoff {
  readonly value: number
  readonly source: string
  /** `S`: found in a stored source. `V`: general knowledge of the field, to be verified before production. */
  readonly mark: RuleMark
}

const miller2003 = 'Miller, Duncan, Brown, Sparks & Claud (2003), Journal of Brief Therapy 2(2)'
const duncan2003 = 'Duncan et al. (2003), Journal of Brief Therapy 3(1)'
const duncan2006 = 'Duncan, Sparks, Miller, Bohanske & Claud (2006), Journal of Brief Therapy 5(2)'
const duncan2012 = 'Duncan (2012), Canadian Psychology 53(2)'

/**
 * The Outcome Rating Scale (ORS, for children CORS): 0 to 40, higher is better. Below the cut-off people score like
 * those who seek help.
 */
export const orsCutoffs: Readonly<Record<FitRespondent, FitCutoff>> = {
  adult: { value: 25, source: miller2003, mark: 'S' },
  adolescent: { value: 28, source: duncan2006, mark: 'V' },
  child: { value: 32, source: duncan2006, mark: 'V' },
}

/** The least change of the ORS that is more than chance. */
export const orsReliableChange: FitCutoff = { value: 5, source: miller2003, mark: 'S' }

/** The Session Rating Scale (SRS): 0 to 40. Below this the session itself is talked about. */
export const srsCutoff: FitCutoff = { value: 36, source: duncan2003, mark: 'S' }

/** Every so many sessions it is looked at whether there is progress. */
export const checkpointEvery: FitCutoff = { value: 3, source: duncan2012, mark: 'V' }
