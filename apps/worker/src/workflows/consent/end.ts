import type { ConsentInput } from '@brobygger/domain/messages'
import { patched } from '@temporalio/workflow'
import { destroyEnvelopes } from './envelope.js'
import { decide, endSharing } from './decide.js'
import type { Consent } from './way.js'

/** A consent that was withdrawn, or lapsed, is told to the case before it ends; the other ends have been. */
export async function endConsent(course: Consent, input: ConsentInput): Promise<string> {
  // Nothing turns it any more: a case that is closed, or a second withdrawal, meanwhile finds it on its way out.
  if (patched('consent-enters-its-end')) course.enterLast('ended')
  const { status, told } = course.facts
  if (status !== told) await decide(course, { input, status, kinds: [] })
  else if (status === 'ended') await endSharing(course, { input, why: status })
  await destroyEnvelopes(course, input)
  await course.end(status)
  return status
}
