import { callsForNotification, type ConcernInput, type ConcernOutcome } from '@brobygger/domain/messages'
import { concernProcess } from '@brobygger/domain/processes'
import { adviseStaff, reviewAdvice } from './concern/advice.js'
import { begin } from './concern/begin.js'
import { closeCase } from './concern/close.js'
import { askForConsent, awaitConsent, chooseAnotherWay } from './concern/consent.js'
import { counselAnonymously, extendOrEnd } from './concern/counselling.js'
import { receiveEnquiry } from './concern/enquiry.js'
import { helpedByFamilyHouse } from './concern/family-house.js'
import { awaitHelp, followUp } from './concern/follow-up.js'
import { askToNotify, notifyFamilyGroup } from './concern/notify.js'
import { awaitAnswer, decideAfterDecline, identifyChild, referToFamilyGroup } from './concern/referral.js'
import { askResourcePerson, triage } from './concern/triage.js'
import { follow } from './kit/index.js'

/** A concern about a child: from the first worry to help, or to its good end. Page: docs/processes/concern.md */
export async function concern(input: ConcernInput): Promise<ConcernOutcome> {
  const course = begin(concernProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Somebody is worried: they get a receipt, and violence or danger goes straight to notification
      enquiry: () => receiveEnquiry(course, { input, notify: callsForNotification(input) }),

      // 2. Someone with the right knowledge looks at it
      triage: () => triage(course),
      resource: way => askResourcePerson(course, way),

      // 3. Staff are advised, and whether that helped is looked at
      advice: () => adviseStaff(course),
      review: way => reviewAdvice(course, way),

      // 4. Parents are counselled without giving a name, one session at a time
      counselling: way => counselAnonymously(course, way),
      extend: () => extendOrEnd(course),
      familyHouse: () => helpedByFamilyHouse(course, input),

      // 5. Nothing crosses without consent; without it, another way is chosen
      consent: way => askForConsent(course, { input, way }),
      awaitConsent: way => awaitConsent(course, way),
      choose: way => chooseAnotherWay(course, way),

      // 6. Who the child is; 7. the family group takes over, or says why not and what instead
      identify: () => identifyChild(course, input),
      referral: () => referToFamilyGroup(course),
      awaitAnswer: way => awaitAnswer(course, { input, way }),
      declined: () => decideAfterDecline(course),

      // 8. The child is helped; 9. is the child better off?
      help: () => awaitHelp(course),
      followUp: way => followUp(course, way),

      // 11. The duty to notify goes before every other step
      notify: () => askToNotify(course, input),
      notified: way => notifyFamilyGroup(course, { input, way }),
    },
    {
      // 10. The case is closed with its code, and everybody who should know is told
      close: way => closeCase(course, way, input.practice !== null),
    },
  )
}
