import { lookUpOutcomes, type RegisterTelling } from '@brobygger/domain/codes'
import { custodyDiffers } from '@brobygger/domain/consents'
import type { LookedUp } from '@brobygger/domain/messages'
import { checkPersonTask, type AnswerOf } from '@brobygger/domain/tasks'
import { CancellationScope, isCancellation } from '@temporalio/workflow'
import {
  askOnce,
  registerOfPersons,
  setDeadline,
  tellOfChild,
  withPatience,
  type Answered,
  type Owed,
} from '../kit/index.js'
import { tellReceivers } from './across.js'
import { askCaseIndex } from './case-index.js'
import { custodyChanged, heldConsents } from './custody.js'
import { meetTheKnown } from './identity.js'
import type { Concern, ConcernFacts } from './way.js'

type UnderWay = NonNullable<ConcernFacts['lookUp']>

/** Look-ups that are waited for in this run, by their key. */
const scopes = new Map<string, CancellationScope>()

/** The bell of whoever waits for the moment from which a look-up by hand will do. */
const outage = 'CPR svarer ikke'

/**
 * S6: the register of persons is asked about the child. No step waits for it. What it tells of the child's person is in the
 * vault before the case hears of it; the case hears codes. The case index is asked beside it.
 */
export function lookUpChild(course: Concern, practice: boolean): void {
  void askCaseIndex(course)
  dropLookUp(course)
  course.facts.lookUp = { key: course.post.key(), since: course.now }
  void ask(course, course.facts.lookUp, practice)
}

/** The look-up that an earlier run was waiting for is made anew. */
export function resumeLookUp(course: Concern, practice: boolean): void {
  const { lookUp } = course.facts
  if (lookUp !== undefined) void ask(course, lookUp, practice)
}

/** The question to whoever looks by hand, as it is taken up again in a new run. */
export function owedLookUp(course: Concern, practice: boolean): Owed {
  return { task: checkPersonTask, then: answered => checked(course, answered, practice) }
}

async function ask(course: Concern, underWay: UnderWay, practice: boolean): Promise<void> {
  const { caseId, journal } = course
  const { key, since, shown } = underWay
  const scope = new CancellationScope()
  scopes.set(key, scope)
  try {
    // The step in which it was begun may be turned elsewhere: it is wanted all the same.
    const told = await CancellationScope.nonCancellable(() =>
      course.meanwhile(() =>
        scope.run(() =>
          withPatience({
            system: 'personRegister',
            journal,
            call: () => registerOfPersons.lookUpPerson({ caseId, key, at: since }),
            onShown: () => {
              underWay.shown = true
              void offerByHand(course, underWay, practice)
            },
            shownSince: shown === undefined ? undefined : since,
          }),
        ),
      ),
    )
    if (course.facts.lookUp?.key !== key || course.ending) return
    dropLookUp(course)
    course.desk.withdraw(({ definition }) => definition.kind === checkPersonTask.kind, 'answered-elsewhere')
    if (told !== null) await hear(course, { told, by: null, key, practice })
  } catch (error) {
    if (!isCancellation(error)) throw error
  } finally {
    scopes.delete(key)
  }
}

/** No look-up is wanted any more: the one under way is over, somebody has looked by hand, or the case ends. */
export function dropLookUp(course: Concern): void {
  const { lookUp } = course.facts
  if (lookUp === undefined) return
  delete course.facts.lookUp
  course.bell(outage).ring()
  scopes.get(lookUp.key)?.cancel()
}

/** The register has been silent for as long as the rule says: somebody may look by hand. Whichever comes first counts. */
async function offerByHand(course: Concern, { key, since }: UnderWay, practice: boolean): Promise<void> {
  const isWanted = () => course.facts.lookUp?.key === key && !course.ending
  await CancellationScope.nonCancellable(() =>
    course.flow.branch(async () => {
      const { dueAt } = await setDeadline({ rule: 'person-look-up', from: since, pauses: [] })
      while (isWanted() && course.flow.clock.until(dueAt) > 0) await course.bell(outage).wait(dueAt)
      if (isWanted()) askByHand(course, outage, practice)
    }),
  )
}

function askByHand(course: Concern, about: string, practice: boolean): void {
  askOnce(course, checkPersonTask, answered => checked(course, answered, practice), { about })
}

/** Somebody has looked by hand, or has found the number to be another one: then the register is asked about that. */
async function checked(course: Concern, { answer, by }: Answered, practice: boolean): Promise<void> {
  const { outcome, known = [], ...seen } = answer as AnswerOf<typeof checkPersonTask>
  const key = course.facts.lookUp?.key ?? course.post.key()
  dropLookUp(course)
  meetTheKnown(course, known)
  if (outcome === 'numberCorrected') {
    lookUpChild(course, practice)
    return
  }
  const told: LookedUp = {
    ...{ person: null, source: 'hand', hasDigitalPost: null, isOtherHolder: false },
    outcome: outcome === 'seenByHand' ? 'found' : 'not-found',
    status: seen.status ?? null,
    isProtected: seen.protectedAddress ?? null,
    custody: seen.custody ?? [],
    livesHere: seen.livesHere ?? null,
  }
  await hear(course, { told, by, key, practice })
}

/** What follows from what was seen. Each of it is asked or done once, however often it is told. */
async function hear(
  course: Concern,
  { told, by, key, practice }: { told: LookedUp; by: string | null; key: string; practice: boolean },
): Promise<void> {
  const differing = told.outcome === 'found' ? consentsOfOthers(course, told) : []
  const differs = differing.length > 0
  course.journal.emit({ type: 'personLookedUp', ...told, custodyDiffers: differs }, by)
  if (told.outcome !== 'found') {
    if (told.source === 'register') askByHand(course, lookUpOutcomes.labels[told.outcome].da, practice)
    return
  }
  const { person, text } = told
  if (person !== null && text !== undefined) {
    const { caseId } = course
    const { known } = await course.besides(() =>
      registerOfPersons.takeNewNumber({ caseId, key, person, text }),
    )
    meetTheKnown(course, known)
  }
  const news = newsIn(told)
  const all: RegisterTelling[] = differs ? [...news, 'custodyDiffers'] : news
  if (!tellReceivers(course, { told: all, practice })) tellOfChild(course, news)
  if (differs) custodyChanged(course, { consents: differing, practice })
}

/** The consents that others than the holders of custody by the register were asked for. */
function consentsOfOthers(course: Concern, { custody: registered, isOtherHolder }: LookedUp) {
  return heldConsents(course).filter(
    ({ declared = [] }) => custodyDiffers({ declared, registered }) || (isOtherHolder && declared.length > 0),
  )
}

function newsIn({ status, livesHere }: LookedUp): Exclude<RegisterTelling, 'custodyDiffers'>[] {
  if (status === 'dead') return ['dead']
  if (status !== 'active' && status !== null) return ['away']
  return livesHere === false ? ['livesElsewhere'] : []
}
