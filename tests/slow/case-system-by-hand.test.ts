import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { offered } from '../support/courses.js'
import { Erasing } from '../support/erasure.js'
import { call } from '../support/http.js'
import { withCaseSystemByHand } from '../support/municipality.js'
import { pointTo, startOwnSystem, type OwnSystem } from '../support/own-system.js'
import { day, type PracticeCase } from '../support/practice-case.js'

const KIND = 'enterInCaseSystem'

interface Handovers {
  readonly handovers: { offer: string; administration: string; caseNumber: string | null }[]
}

/** A referral that the family group has accepted: its caseworker is `fg-hans`. */
async function accepted(): Promise<{ child: PracticeCase; offer: string }> {
  const { offered: child, offer } = await offered()
  const answer = await call('POST', `/handovers/${offer}/accept`, 'fg-hans', { screening: 'noClarification' })
  expect(answer.status).toBe(200)
  // Nobody waits for the case system, and so the answer does not either.
  for (let left = 50; left > 0 && (await taskOf(child)) === undefined; left--) await sleep(100)
  return { child, offer }
}

const numberOf = async (offer: string) => {
  const { body } = await call<Handovers>('GET', `/cases/${String(offer.split('-')[1])}`, 'fg-hans')
  return body.handovers.find(side => side.offer === offer && side.administration === 'social-services')
    ?.caseNumber
}
const taskOf = async (child: PracticeCase) => {
  const { tasks } = await child.show()
  return tasks.find(({ kind }) => kind === KIND)
}
const enter = async (child: PracticeCase, caseNumber: string) => {
  const task = await taskOf(child)
  return await call('POST', `/tasks/${String(task?.id)}/complete`, 'fg-hans', { caseNumber })
}

describe('a municipality whose family group has a case system without an interface', () => {
  let folder: string
  let system: OwnSystem
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'brobygger-by-hand-'))
    system = await startOwnSystem({}, { municipalityFile: await withCaseSystemByHand(folder) })
    pointTo(system)
  }, 600_000)
  afterAll(async () => {
    await system.stop()
    await rm(folder, { recursive: true, force: true })
  }, 60_000)

  it('asks the caseworker who takes a case over to enter it there within two working days, and keeps its number', async () => {
    const { child, offer } = await accepted()
    expect(await taskOf(child)).toMatchObject({ person: 'fg-hans', dueOn: day(2) })
    expect(await numberOf(offer)).toBeNull()
    expect((await enter(child, 'DUBU-2027/118')).status).toBe(200)
    expect(await numberOf(offer)).toBe('DUBU-2027/118')
    expect(await taskOf(child)).toBeUndefined()
    const { body } = await call<{ items: { by: string | null; body: { type: string } }[] }>(
      'GET',
      `/cases/${child.id}/events?limit=500`,
      'fg-hans',
    )
    const told = body.items.find(item => item.body.type === 'caseNumberAssigned')
    expect(told).toMatchObject({ by: 'fg-hans', body: { offer, caseNumber: 'DUBU-2027/118' } })
    expect(await system.ledger('family-system')).toEqual([])
  }, 120_000)

  it('takes no CPR number for the number of a case', async () => {
    const { child } = await accepted()
    for (const caseNumber of ['010203-0000', '27.24-0102030000', ''])
      expect(await enter(child, caseNumber)).toMatchObject({ status: 400 })
    expect(await taskOf(child)).toBeDefined()
  }, 120_000)

  it('tells the family group’s leader when nobody has entered the case, and the rest goes on meanwhile', async () => {
    const { child } = await accepted()
    await child.to(3)
    expect(await taskOf(child)).toMatchObject({ overdue: true, told: ['fl-ida'] })
    await child.answer('firstMeeting', 'fg-hans', { heldOn: day(3) })
    await child.answer('measure', 'fg-hans', { measure: 'none' })
    await child.answer('feedback', 'fg-hans', {})
    const running = async () => (await child.show()).processes.find(({ kind }) => kind === 'referral')?.status
    expect(await running()).toBe('open')
    await enter(child, '2027-77')
    await child.to(4)
    expect(await running()).toBe('closed')
  }, 120_000)

  it('certifies no erasure before somebody has seen to it that the case is gone there, too', async () => {
    const { child } = await accepted()
    await enter(child, 'DUBU-2027/119')
    const erasing = await Erasing.begin(child.id)
    await erasing.decide(1)
    expect((await erasing.certified(1)).certificate.steps).toContainEqual({
      step: 'outside',
      // Nothing was entered in this administration; and a child without a number is in no index.
      counts: { familyCaseSystemByHand: 0, caseIndex: 0 },
    })
    await erasing.decide(2)
    const asked = await erasing.process(2).task('eraseInCaseSystem')
    expect(asked.person).toBe('fl-ida')
    const open = { caseId: child.id, caseNumbers: ['DUBU-2027/119'], certificate: null }
    expect(await erasing.part(2)).toMatchObject(open)
    await erasing.process(2).answer('eraseInCaseSystem', 'fl-ida', { found: 'erased' })
    const { certificate } = await erasing.certified(2)
    expect(certificate.steps).toContainEqual({ step: 'outside', counts: { familyCaseSystemByHand: 1 } })
    expect(await erasing.part(2)).toMatchObject({ caseId: null, caseNumbers: [] })
  }, 120_000)
})
