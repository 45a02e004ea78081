import { setTimeout as sleep } from 'node:timers/promises'
import type { System } from '../system.js'
import type { Api } from './api.js'
import { checkCourse } from './checks/course.js'
import { checkEffects } from './checks/effects.js'
import { checkLog } from './checks/log.js'
import { checkReadModel } from './checks/read-model.js'
import { checkWorkflows } from './checks/workflows.js'
import { playedCase, type Ended, type PlayedCase } from './played-case.js'
import { effects, stuckAnswer } from './shapes.js'

/** Lists of processes follow them with a delay; longer than this is no delay, in milliseconds. */
const DELAY = 30_000

/** What came of the cases, and what of it is wrong: nothing, if all is well. */
export interface Verdict {
  readonly played: readonly PlayedCase[]
  readonly violations: readonly string[]
}

/** Looks at everything that cases played to their end have left behind, once no process is at work any more. */
export async function verify(args: {
  system: Pick<System, 'simulatorsUrl' | 'temporalAddress' | 'adminUrl' | 'dataDir' | 'running'>
  api: Api
  ended: readonly Ended[]
  /** One case of each way that was not disturbed. */
  calm: readonly Ended[]
}): Promise<Verdict> {
  const { system, api } = args
  const atWork = await inTheEnd(() => checkWorkflows(system.temporalAddress, system.running))
  const played = await readAll(api, args.ended)
  const calm = await readAll(api, args.calm)
  const ledgers = {
    mail: await ledgerOf(system, 'mail'),
    digitalPost: await ledgerOf(system, 'digital-post'),
    familySystem: await ledgerOf(system, 'family-system'),
    caseIndex: await ledgerOf(system, 'case-index'),
  }
  const violations = [
    ...atWork,
    ...played.flatMap(checkLog),
    ...played.flatMap(one => {
      const reference = calm.find(({ way }) => way === one.way)
      return reference === undefined ? [`there is no undisturbed ${one.way}`] : checkCourse(one, reference)
    }),
    ...checkEffects(played, ledgers),
    ...(await checkReadModel(system)),
    ...(await inTheEnd(() => stuck(api))),
  ]
  return { played, violations }
}

async function readAll(api: Api, ended: readonly Ended[]): Promise<PlayedCase[]> {
  const read: PlayedCase[] = []
  for (const one of ended) read.push(await playedCase(api, one))
  return read
}

async function ledgerOf({ simulatorsUrl }: Pick<System, 'simulatorsUrl'>, service: string) {
  const response = await fetch(`${simulatorsUrl}/${service}/ledger`)
  return effects.parse(await response.json())
}

/** Operations have nothing to look at. */
async function stuck(api: Api): Promise<string[]> {
  const { failing, waiting } = await api.get('/operations/stuck', 'op-ole', stuckAnswer)
  return [
    ...failing.map(({ process, problems }) => `${process} fails: ${problems.join(' ')}`),
    ...waiting.map(({ process, system }) => `${process} still waits for ${system}`),
  ]
}

async function inTheEnd(check: () => Promise<string[]>): Promise<string[]> {
  for (const end = Date.now() + DELAY; ; await sleep(500)) {
    const violations = await check()
    if (violations.length === 0 || Date.now() > end) return violations
  }
}
