import type { z } from 'zod'
import type { Administration, OfferBasis } from '../codes/index.js'
import type { RuleId } from '../policy/index.js'
import type { ProcessKind } from '../processes/index.js'

/** What every message of a contract says of itself. */
export interface ContractMessage {
  readonly contract: string
  readonly caseId: string
  readonly offer: string
  readonly practice: boolean
}

/** What two administrations agree on about one operation. */
export interface Agreed<Request extends z.ZodType<ContractMessage>, Answer extends z.ZodType> {
  readonly contract: 'referral' | 'notification' | 'family-house'
  readonly from: Administration
  readonly to: Administration
  /** The process that alone may call it: the case itself, or the process that an offer became. */
  readonly speaks: 'case' | 'offer'
  /** All that may cross. A field that is not in it is refused. */
  readonly request: Request
  /** What is answered at once. */
  readonly answer: Answer
  /** The grounds on which it may be called; empty where it only answers what was offered. */
  readonly bases: readonly OfferBasis[]
  /** The process that it starts under the offer's id, once. */
  readonly starts: ProcessKind | null
  /** The deadline for the answer that a person gives later, as a message of its own. */
  readonly answeredBy: RuleId | null
  readonly says: { readonly da: string; readonly en: string }
}

/** Any operation. */
export type AnyAgreed = Agreed<z.ZodType<ContractMessage>, z.ZodType>

/** Keeps the types of an operation's schemas. */
export const agreed = <Request extends z.ZodType<ContractMessage>, Answer extends z.ZodType>(
  operation: Agreed<Request, Answer>,
): Agreed<Request, Answer> => operation
