import type { SerializationContext } from '@temporalio/common'

/** The execution that a payload belongs to. */
export interface Place {
  readonly namespace: string
  readonly workflowId: string
}

/** What the engine adds to the workflow id of a schedule when the schedule starts it. */
const SCHEDULED_AT = /-\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/**
 * The place that a context of the SDK names; `undefined` over Nexus, where the SDK knows none. An activity's payloads
 * belong to its workflow. All runs that a schedule starts are one place: their input is encoded before their ids are known.
 */
export function placeIn(context: SerializationContext | undefined): Place | undefined {
  if (context?.workflowId === undefined) return undefined
  return { namespace: context.namespace, workflowId: context.workflowId.replace(SCHEDULED_AT, '') }
}

/** A place in one text; a namespace holds no slash. */
export const placeText = ({ namespace, workflowId }: Place): string => `${namespace}/${workflowId}`

/** The place that such a text names. */
export function placeFrom(text: string): Place {
  const slash = text.indexOf('/')
  return { namespace: text.slice(0, slash), workflowId: text.slice(slash + 1) }
}
