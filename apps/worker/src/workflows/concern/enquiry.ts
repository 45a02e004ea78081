import type { ConcernInput } from '@brobygger/domain/messages'
import { caseIn, processId } from '@brobygger/domain/processes'
import { firstNear, near, outward, tell, withPatience } from '../kit/index.js'
import type { Concern, ConcernWay } from './way.js'

/** S1: receipt to the raiser, notice to leader and social worker; the leader is informed and never approves. */
export function receiveEnquiry(
  course: Concern,
  { input, notify }: { input: ConcernInput; notify: boolean },
): Promise<ConcernWay> {
  const { raiser, institutionLeader, socialWorker } = course.people
  if (raiser !== null) course.post.send({ kind: 'receipt', to: 'raiser', person: raiser })
  if (institutionLeader !== null) {
    course.post.send({ kind: 'leaderInformed', to: 'institutionLeader', person: institutionLeader })
  }
  course.post.send({ kind: 'gainedCase', to: 'socialWorker', person: socialWorker })
  void checkInstitution(course, input.institution)
  if (input.visit !== undefined) void tellRound(course, input.visit)
  return Promise.resolve({ next: notify ? 'notify' : 'triage' })
}

/** Raised on the spot, it stands in the visit's record. No step waits for that, and the concern itself is known first. */
async function tellRound(course: Concern, visit: string): Promise<void> {
  const process = processId({ kind: 'visitRound', caseId: caseIn(visit) })
  const message = { visit, case: course.caseId }
  await course.besides(async () => {
    await course.journal.whenSettled(course.flow.called)
    await course.flow.branch(() => tell(course, { process, update: 'enquiryRaised', message }))
  })
}

/** The register may know that the institution has closed or merged. No step waits for it. */
async function checkInstitution(course: Concern, institution: string): Promise<void> {
  const { flow, journal } = course
  const quick = flow.branch(() => near.checkInstitution({ institution }))
  const call = () => outward.checkInstitution({ institution })
  const { status } = await firstNear(
    () => quick,
    () => course.besides(() => withPatience({ system: 'institutionRegister', journal, call })),
  )
  journal.emit({ type: 'institutionChecked', institution, status })
}
