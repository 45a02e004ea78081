import type { Payload } from '@temporalio/common'
import { ENCODING, metadataText } from './metadata.js'

/**
 * The plaintext that the Temporal server itself puts where a workflow decodes it, and that therefore is let in:
 * details of the cancellation of an activity that no worker had started (server 1.32,
 * `respondworkflowtaskcompleted/workflow_task_completed_handler.go`). It reaches every workflow that waits for such a
 * cancellation, and refusing it would stop the case. Only this very constant passes; it says and decides nothing.
 *
 * Read and found to need no exception, with SDK 1.24 and server 1.32:
 * - `undefined` results pass the codec as `binary/null` and come back encrypted, Nexus results as well; a bare
 *   `binary/null` was made by someone else and is refused
 * - failures made by the server (time-outs, termination, Nexus handler errors) carry no payload
 * - details of a terminated workflow, patch and local activity markers are not handed to the codec by a worker
 * - headers and search attributes are skipped by the SDK
 */
const LET_IN: ReadonlySet<string> = new Set(['"ACTIVITY_ID_NOT_STARTED"'])

/** Whether a payload is a known constant of the server. */
export function isServerMade(payload: Payload): boolean {
  return (
    metadataText(payload.metadata, ENCODING) === 'json/plain' &&
    Object.keys(payload.metadata ?? {}).length === 1 &&
    LET_IN.has(new TextDecoder().decode(payload.data ?? new Uint8Array()))
  )
}
