import type { ConcernInput } from '@brobygger/domain/messages'
import { firstNear, near, outward, withPatience } from '../kit/index.js'
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
  return Promise.resolve({ next: notify ? 'notify' : 'triage' })
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
