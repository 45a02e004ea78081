import { openEnvelopes, type ConsentInput, type OpenEnvelopes } from '@brobygger/domain/messages'
import { patched } from '@temporalio/workflow'
import { command, withKeys } from '../kit/index.js'
import type { Consent } from './way.js'

/** The envelopes of a consent: what its signatures reveal, and the contacts that came with the request. */
const envelopesOf = ({ consent, envelope }: ConsentInput): string[] =>
  envelope === undefined ? [consent] : [consent, envelope]

/** S6: by full consent the child is identified, and what was sealed becomes part of the case. */
export function listenForIdentification(course: Consent, input: ConsentInput): void {
  command<OpenEnvelopes>({
    course,
    name: 'openEnvelopes',
    schema: openEnvelopes,
    run: () => {
      course.facts.opened = true
      return course.flow.branch(async () => {
        for (const consent of envelopesOf(input)) {
          await withKeys(course, keys => keys.openEnvelope({ caseId: course.caseId, consent }))
        }
        course.journal.emit({ type: 'envelopeOpened', consent: input.consent })
      })
    },
  })
}

/** S5: refused, silent or withdrawn before anybody was identified: nothing is left of who gave it. */
export async function destroyEnvelopes(course: Consent, input: ConsentInput): Promise<void> {
  if (course.facts.opened === true || !patched('envelopes')) return
  let texts = 0
  for (const consent of envelopesOf(input)) {
    const gone = await withKeys(course, keys => keys.destroyEnvelope({ caseId: course.caseId, consent }))
    texts += gone.texts
  }
  course.journal.emit({ type: 'envelopeDestroyed', consent: input.consent, texts })
}
