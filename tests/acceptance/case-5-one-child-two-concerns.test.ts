import { describe, expect, it } from '@jest/globals'
import { call } from '../support/http.js'
import { look } from '../support/look.js'
import { PracticeCase, day, noDuty } from '../support/practice-case.js'

const sole = [{ giver: 'mother', custody: 'sole' }]
const concern = { ageBand: '6-9', mainCategory: 'lackOfCare' }

/** Numbers like CPR numbers. They fail modulus 11, and the months do not exist, so they are nobody's. */
const numberOf = (n: number): string =>
  `01${String(20 + n)}17-${String(1000 + Math.floor(Math.random() * 8999))}`

interface Known {
  readonly relations: { relation: string; contact: string; unit: string }[]
  readonly mergedInto: string | null
  readonly merges: { merged: string }[]
}
const known = async (one: PracticeCase): Promise<Known> => (await one.show()) as unknown as Known

/** From a concern that is raised to the consent of the mother, who has sole custody. */
async function counselled(one: PracticeCase, from: number, socialWorker: string): Promise<void> {
  await one.to(from)
  await one.answer('triage', socialWorker, { outcome: 'takenOn', why: 'Moderen vil gerne tale.' })
  await one.answer('reply', socialWorker, { reply: 'Vi tager det op.' })
}

async function consented(one: PracticeCase, on: number, socialWorker: string): Promise<void> {
  await one.to(on)
  const held = { heldOn: day(on), present: ['mother'], dutyCheck: noDuty, end: 'consent' }
  await one.answer('session', socialWorker, held)
  await one.answer('requestConsent', socialWorker, {
    kinds: ['familySituation'],
    givers: sole,
    deliveredOn: day(on),
  })
  const { id } = await one.consent()
  await call('POST', `/consents/${id}/give`, socialWorker, { giver: 'mother', form: 'paper' })
}

describe('Storm, 7, school and after-school care; lack of care; sole custody; his sister is known', () => {
  it('becomes one case, both who were worried get their reply, and his sister’s caseworker takes over', async () => {
    const [child, mother, sister] = [numberOf(1), numberOf(2), numberOf(3)]
    const parents = [{ parent: 'mother', name: 'Mor Prøvesen', civilNumber: mother }]

    // The sister is with the family group already, at fg-hans.
    const sisters = await PracticeCase.raise(0, 'r-107002', { ...concern, institution: '107002' })
    await counselled(sisters, 1, 'sw-gorm')
    await consented(sisters, 2, 'sw-gorm')
    await sisters.answer('identify', 'sw-gorm', {
      childName: 'Søster Prøvesen',
      civilNumber: sister,
      custodyVerified: true,
      parents,
    })
    await sisters.answer('referral', 'sw-gorm', { reason: 'Søsteren har brug for hjælp.' })
    await call('POST', `/handovers/referral-${sisters.id}-1/accept`, 'fg-hans', {
      screening: 'noClarification',
    })

    const a = await PracticeCase.raise(0, 'r-102002', { ...concern, institution: '102002' })
    await counselled(a, 2, 'sw-bo')
    const b = await PracticeCase.raise(3, 'r-102003', { ...concern, institution: '102003' })
    await b.post('hand-over', 'sw-bo', { to: 'sw-dina', reason: 'workload' })
    await counselled(b, 4, 'sw-dina')

    // D4: the social workers get a hint of area, age band and category, and whom to ask; nobody else does.
    await a.to(4)
    const hint = await call<{ items: { contact: string }[] }>('GET', `/cases/${a.id}/hints`, 'sw-bo')
    expect(hint.body).toMatchObject({ area: 'norrebro', ageBand: '6-9', mainCategory: 'lackOfCare' })
    expect(hint.body.items.map(({ contact }) => contact)).toContain('sw-dina')
    expect(JSON.stringify(hint.body)).not.toContain(b.id)
    expect((await call('GET', `/cases/${a.id}/hints`, 'r-102002')).status).toBe(403)

    await consented(a, 14, 'sw-bo')
    await a.answer('identify', 'sw-bo', {
      childName: 'Storm Prøvesen',
      civilNumber: child,
      custodyVerified: true,
      parents,
    })
    // 'Sibling known': whom to ask, and not which case.
    const flagged = await known(a)
    expect(flagged.relations).toMatchObject([
      { relation: 'sibling', contact: 'fg-hans', unit: 'family-group' },
    ])
    expect(JSON.stringify(await a.show('sw-bo'))).not.toContain(sisters.id)

    await a.to(15)
    await a.answer('referral', 'sw-bo', { reason: 'Storm kommer uden madpakke.' })
    expect(await a.due()).toContain(`answerReferral@${day(29)}`)
    const first = await look<{ received: { siblings: string[] } }>(`/handovers/referral-${a.id}-1`, 'fl-ida')
    expect(first.body.received.siblings).toEqual([sisters.id])

    await consented(b, 18, 'sw-dina')
    await b.answer('identify', 'sw-dina', {
      childName: 'Storm Prøvesen',
      civilNumber: child,
      custodyVerified: true,
    })
    expect(await b.task('merge')).toMatchObject({ person: 'sw-dina', about: a.id })

    await a.to(21)
    await b.to(21)
    await b.answer('merge', 'sw-dina', { decision: 'merge', why: 'Det er samme barn.' })
    expect(await b.show()).toMatchObject({ status: 'closed', closureCode: 'merged' })
    expect(await known(b)).toMatchObject({ mergedInto: a.id })
    const replies = (await a.show()).tasks.filter(({ kind }) => kind === 'reply')
    expect(replies.map(({ dueOn, person }) => [dueOn, person])).toEqual([
      [day(28), 'sw-bo'],
      [day(28), 'sw-bo'],
    ])
    for (const { id } of replies) {
      await call('POST', `/tasks/${id}/complete`, 'sw-bo', { reply: 'Der bliver fulgt op.' })
    }
    const told = (await a.show()).letters.filter(({ kind }) => kind === 'reply').map(({ person }) => person)
    expect(told.slice(-2).sort()).toEqual(['r-102002', 'r-102003'])

    await a.to(22)
    await call('POST', `/handovers/referral-${a.id}-1/decline`, 'fg-gitte', {
      reason: 'alreadyKnown',
      alternative: 'Søsterens rådgiver kender familien.',
      caseworker: 'fg-hans',
    })
    expect(await a.due()).toContain(`declined@${day(29)}`)
    await a.to(23)
    await a.answer('declined', 'sw-bo', {
      decision: 'redirect',
      caseworker: 'fg-hans',
      why: 'Søsterens rådgiver.',
    })
    expect(await a.task('answerReferral')).toMatchObject({ person: 'fg-hans' })
    await a.to(24)
    const accepted = await call('POST', `/handovers/referral-${a.id}-2/accept`, 'fg-hans', {
      screening: 'noClarification',
    })
    expect(accepted.status).toBe(200)
    expect(await a.show()).toMatchObject({ responsiblePerson: 'fg-hans', responsibleUnit: 'family-group' })

    await a.to(40)
    await a.post('close', 'sw-bo', { code: 'takenOver' })
    expect(await a.show()).toMatchObject({ status: 'closed', closureCode: 'takenOver' })
    await a.record('case-5')
    await b.record('case-5-merged')
  })
})
