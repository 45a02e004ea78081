import { callsForNotification, type ConcernInput, type ConcernOutcome } from '@brobygger/domain/messages'
import { concernProcess } from '@brobygger/domain/processes'
import { continueAsNew } from '@temporalio/workflow'
import { adviseStaff, reviewAdvice } from './concern/advice.js'
import { begin } from './concern/begin.js'
import { closeCase } from './concern/close.js'
import { askForConsent, awaitConsent, chooseAnotherWay } from './concern/consent.js'
import { counselAnonymously, extendOrEnd } from './concern/counselling.js'
import { awaitHelp, followUp } from './concern/follow-up.js'
import { receiveEnquiry } from './concern/enquiry.js'
import { askToNotify, notifyFamilyGroup } from './concern/notify.js'
import { awaitAnswer, decideAfterDecline, identifyChild, referToFamilyGroup } from './concern/referral.js'
import { askResourcePerson, triage } from './concern/triage.js'
import type { ConcernWay } from './concern/way.js'
import { inRuns } from './kit/index.js'

/** A concern about a child: from the first worry to help, or to its good end. Page: docs/processes/concern.md */
export async function concern(input: ConcernInput): Promise<ConcernOutcome> {
  const course = begin(concernProcess, input)
  const goOn = (ledger: ConcernInput['ledger']) => continueAsNew<typeof concern>({ ...input, ledger })

  return inRuns(course, goOn, async () => {
    // 1. Somebody is worried: they get a receipt, and violence or danger goes straight to notification
    let way: ConcernWay = await course.step('enquiry', () =>
      receiveEnquiry(course, { input, notify: callsForNotification(input) }),
    )

    for (;;) {
      switch (way.next) {
        // 2. Someone with the right knowledge looks at it
        case 'triage':
          way = await course.step('triage', () => triage(course))
          break
        case 'resource':
          way = await course.step('resource', () => askResourcePerson(course, way))
          break

        // 3. Staff are advised, and whether that helped is looked at
        case 'advice':
          way = await course.step('advice', () => adviseStaff(course))
          break
        case 'review':
          way = await course.step('review', () => reviewAdvice(course, way))
          break

        // 4. Parents are counselled without giving a name, one session at a time
        case 'counselling':
          way = await course.step('counselling', () => counselAnonymously(course, way))
          break
        case 'extend':
          way = await course.step('extend', () => extendOrEnd(course))
          break

        // 5. Nothing crosses without consent; without it, another way is chosen
        case 'consent':
          way = await course.step('consent', () => askForConsent(course, { input, way }))
          break
        case 'awaitConsent':
          way = await course.step('awaitConsent', () => awaitConsent(course, way))
          break
        case 'choose':
          way = await course.step('choose', () => chooseAnotherWay(course, way))
          break

        // 6. Who the child is; 7. the family group takes over, or says why not and what instead
        case 'identify':
          way = await course.step('identify', () => identifyChild(course))
          break
        case 'referral':
          way = await course.step('referral', () => referToFamilyGroup(course))
          break
        case 'awaitAnswer':
          way = await course.step('awaitAnswer', () => awaitAnswer(course, { input, way }))
          break
        case 'declined':
          way = await course.step('declined', () => decideAfterDecline(course))
          break

        // 8. The child is helped; 9. is the child better off?
        case 'help':
          way = await course.step('help', () => awaitHelp(course))
          break
        case 'followUp':
          way = await course.step('followUp', () => followUp(course, way))
          break

        // 11. The duty to notify goes before every other step
        case 'notify':
          way = await course.step('notify', () => askToNotify(course))
          break
        case 'notified':
          way = await course.step('notified', () => notifyFamilyGroup(course, { input, way }))
          break

        // 10. The case is closed with its code, and everybody who should know is told
        case 'close':
          return closeCase(course, way, input.practice !== null)
        default:
          throw new Error(`the procedure has no step after ${way.next}`)
      }
    }
  })
}
