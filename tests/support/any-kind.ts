import { setTimeout as sleep } from 'node:timers/promises'
import { reviewOnDeskOf } from './access-review.js'
import { PracticeBulk } from './bulk.js'
import { consentAsked, offered, takenOn } from './courses.js'
import { PracticeCourse, PracticeGroup } from './family-house.js'
import { call } from './http.js'
import { PracticeProcess } from './practice-process.js'
import { PracticeAccess } from './rights.js'
import { PracticeRound } from './visits.js'

/** A kind of process as the general verbs find it. */
export interface AnyKind {
  readonly kind: string
  /** Begins one that waits for somebody. */
  readonly begin: () => Promise<PracticeProcess>
  /** Who holds it, and a colleague who can stand in. */
  readonly holder: string
  readonly deputy: string
  /** Who leads its unit, and the task with which they give it to somebody else. */
  readonly leader: string
  readonly reassign: string
  /** What is owed at once when the duty to notify calls. */
  readonly duty: string
  /** Open tasks whose dates a pause moves, and those with a date that it does not. */
  readonly local: readonly string[]
  readonly fixed: readonly string[]
  /** The step from which it goes on when it is re-opened; null for one that is begun anew instead. */
  readonly reopensAt: string | null
  /** It ends with its answers alone. */
  readonly neverClosed?: true
}

const early = { leader: 'tl-eva', reassign: 'reassign', duty: 'duty' } as const
const group = { leader: 'fl-ida', reassign: 'reassignInFamilyGroup', duty: 'dutyInFamilyGroup' } as const
const house = { leader: 'hl-olga', reassign: 'reassignInFamilyHouse', duty: 'dutyInFamilyHouse' } as const

/** A process of the family group, with its first task taken by fg-gitte. */
async function takenByGitte(id: string, kind: string): Promise<PracticeProcess> {
  const process = new PracticeProcess(id)
  const { id: task } = await process.task(kind)
  await call('POST', `/tasks/${task}/assign`, 'fl-ida', { to: 'fg-gitte' })
  return process
}

async function notified(): Promise<PracticeProcess> {
  const child = await takenOn()
  await child.post('escalate', 'sw-anna')
  await child.answer('notify', 'sw-anna', {
    identity: 'named',
    childName: 'Prøve Barn',
    abuse: false,
    parentsTold: 'both',
    observed: 'Barnet er alene hjemme.',
  })
  await child.to(0, '10:05')
  const { processes } = await child.show()
  const { id } = processes.find(({ kind }) => kind === 'notification') ?? { id: 'none' }
  return takenByGitte(id, 'assess')
}

/** A bulk hand-over that waits for the leader, because the deputy knows the family. */
async function leftOver(): Promise<PracticeProcess> {
  const known = await takenOn()
  await known.post('hand-over', 'sw-anna', { to: 'sw-bo', reason: 'workload' })
  await known.post('conflict', 'sw-bo')
  await known.answer('reassign', 'tl-eva', { to: 'sw-anna' })
  const bulk = await PracticeBulk.begin('sw-anna', { to: 'sw-bo', cases: [known.id] })
  await bulk.settled()
  return new PracticeProcess(bulk.process(1).id)
}

/** A process once somebody is asked in it: what began it does not wait for that. */
async function underWay(process: PracticeProcess, kind: string): Promise<PracticeProcess> {
  for (let left = 100; ; left--) {
    try {
      await process.task(kind)
      return process
    } catch (error) {
      if (left === 0) throw error
      await sleep(100)
    }
  }
}

/** Every kind of process, in a state where somebody holds it. */
export const anyKind: readonly AnyKind[] = [
  {
    ...early,
    kind: 'concern',
    begin: async () => new PracticeProcess(`concern-${(await takenOn()).id}`),
    holder: 'sw-anna',
    deputy: 'sw-dina',
    duty: 'notify',
    local: ['session'],
    fixed: [],
    reopensAt: 'triage',
  },
  {
    ...early,
    kind: 'consent',
    begin: async () => new PracticeProcess(`consent-${(await consentAsked()).id}-1`),
    holder: 'sw-anna',
    deputy: 'sw-dina',
    local: ['own'],
    fixed: [],
    reopensAt: null,
  },
  {
    ...group,
    kind: 'referral',
    begin: async () => takenByGitte((await offered()).offer, 'answerReferral'),
    holder: 'fg-gitte',
    deputy: 'fg-hans',
    local: ['answerReferral'],
    fixed: [],
    reopensAt: 'measure',
  },
  {
    ...group,
    kind: 'notification',
    begin: notified,
    holder: 'fg-gitte',
    deputy: 'fg-hans',
    local: [],
    fixed: ['assess', 'notificationReceipt'],
    reopensAt: 'clarification',
  },
  {
    ...house,
    kind: 'familyHouseCourse',
    begin: async () => {
      const course = await PracticeCourse.ask({})
      const { id } = await course.task('houseIntake')
      await call('POST', `/tasks/${id}/assign`, 'hl-olga', { to: 'fh-karen' })
      return new PracticeProcess(course.id)
    },
    holder: 'fh-karen',
    deputy: 'fh-lars',
    local: ['houseIntake'],
    fixed: [],
    reopensAt: 'intake',
  },
  {
    ...house,
    kind: 'familyHouseGroup',
    begin: async () => new PracticeProcess((await PracticeGroup.open(3)).id),
    holder: 'hl-olga',
    deputy: 'fh-lars',
    local: [],
    fixed: [],
    reopensAt: 'open',
  },
  {
    ...early,
    kind: 'bulkHandOver',
    begin: leftOver,
    holder: 'tl-eva',
    deputy: 'ml-finn',
    local: [],
    fixed: ['leftover'],
    reopensAt: 'find',
  },
  {
    ...early,
    kind: 'visitRound',
    begin: async () => new PracticeProcess((await PracticeRound.start({}, 0)).id),
    holder: 'tl-eva',
    deputy: 'ml-finn',
    local: ['weighNeed'],
    fixed: [],
    reopensAt: 'plan',
  },
  {
    ...early,
    kind: 'accessRequest',
    begin: async () => {
      const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id])
      return new PracticeProcess(access.process().id)
    },
    holder: 'sw-anna',
    deputy: 'sw-dina',
    local: [],
    fixed: ['verifyRequester', 'subjectAccessClock'],
    reopensAt: 'release',
  },
  {
    ...early,
    kind: 'accessReview',
    begin: async () => {
      const { id: caseId } = await takenOn()
      const why = { why: 'Politiet ringer, og Anna er på ferie.' }
      await call('POST', `/cases/${caseId}/break-glass`, 'sw-bo', why)
      return await reviewOnDeskOf('tl-eva', { caseId })
    },
    holder: 'tl-eva',
    deputy: 'ml-finn',
    local: [],
    fixed: ['reviewUrgentAccess'],
    reopensAt: null,
    neverClosed: true,
  },
  {
    ...early,
    kind: 'journal',
    begin: async () => {
      const { offered: child } = await offered()
      await child.post('close', 'sw-anna', {
        code: 'noConcern',
        caseAvoided: 'apparently',
        why: 'Intet mere.',
      })
      // The case does not wait for it.
      return await underWay(new PracticeProcess(`journal-${child.id}-1`, ['sw-anna']), 'journalise')
    },
    holder: 'sw-anna',
    deputy: 'sw-dina',
    local: [],
    fixed: ['journalise'],
    reopensAt: null,
  },
]
