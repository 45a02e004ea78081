import { erasureSteps, type ErasureStepCode } from '@brobygger/domain/codes'
import type { Certificate, ErasureCounts, ErasureInput } from '@brobygger/domain/messages'
import { administrationOf } from '@brobygger/domain/processes'
import { eraseInCaseSystemTask } from '@brobygger/domain/tasks'
import { erasing, setDeadline, unstoppable, withPatience } from '../kit/index.js'
import { tellRequester } from './tell-requester.js'
import type { Erasing, ErasureWay } from './way.js'

const run: Readonly<Record<ErasureStepCode, (of: { erasure: string }) => Promise<ErasureCounts>>> = {
  executions: of => erasing.eraseExecutions(of),
  outside: of => erasing.eraseOutside(of),
  texts: of => erasing.eraseTexts(of),
  log: of => erasing.eraseLog(of),
}

/** Step by step, each safe to repeat; once begun, nothing turns it away. Then the certificate. */
export function erase(course: Erasing, input: ErasureInput, way: ErasureWay): Promise<ErasureWay> {
  return unstoppable(async () => {
    const { approved } = way
    if (approved === undefined) throw new Error('nobody approved it')
    const { id, journal, flow } = course
    const of = { erasure: id }
    const steps: Certificate['steps'] = []
    for (const step of erasureSteps.codes) {
      const call = () => withPatience({ system: 'erasure', journal, call: () => run[step](of) })
      const counts = await flow.call(call)
      if ((counts['familyCaseSystemByHand'] ?? 0) > 0) await course.desk.ask(eraseInCaseSystemTask)
      steps.push({ step, counts })
      journal.emit({ type: 'erasureStepDone', step, counts })
    }
    const doneAt = course.now
    const { dueOn: keyBackupsExpireOn } = await setDeadline({ rule: 'key-backups', from: doneAt, pauses: [] })
    const certificate: Certificate = {
      version: 1,
      erasure: id,
      administration: administrationOf(id),
      practice: input.practice !== null,
      grounds: input.grounds,
      ...approved,
      begunAt: course.facts.begunAt ?? doneAt,
      doneAt,
      steps,
      keyBackupsExpireOn,
    }
    const { hash } = await flow.call(() => erasing.certify({ ...of, certificate }))
    journal.emit({ type: 'erasureCertified', certificate, hash })
    tellRequester(course, input, 'erasureDone')
    return { next: 'ended', outcome: 'erased' }
  })
}
