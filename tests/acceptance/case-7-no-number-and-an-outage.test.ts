import { describe, expect, it } from '@jest/globals'
import { call } from '../support/http.js'
import { look } from '../support/look.js'
import { nobodysNumber } from '../support/numbers.js'
import { PracticeCase, day, moment, noDuty } from '../support/practice-case.js'

interface Waits {
  readonly processes: readonly { id: string; waiting: readonly { system: string; since: string }[] }[]
}
interface Letters {
  readonly letters: readonly { kind: string; to: string; status: string; handedOverBy: string | null }[]
}
interface Log {
  readonly items: readonly { body: { type: string; temporaryId?: string; text?: string } }[]
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>
}
interface Stuck {
  readonly waiting: readonly { caseId: string; system: string; since: string }[]
}

const down = { system: 'social-services', from: moment(10), until: moment(12, '08:00') }

describe('Sami, 16, reception class; unaccompanied, no CPR number; Dari', () => {
  it('gets his letters by hand and his help once, although the family group cannot be reached for two days', async () => {
    const sami = await PracticeCase.raise(
      0,
      'r-102002',
      {
        institution: '102002',
        raiserRole: 'teacher',
        ageBand: '15-17',
        mainCategory: 'lackOfCare',
        interpreterLanguage: 'fa',
      },
      [down],
    )
    const worker = (await sami.task('triage')).person ?? 'nobody'
    await sami.to(3)
    await sami.answer('triage', worker, { outcome: 'takenOn', why: 'Han er alene her.' })
    await sami.answer('reply', worker, { reply: 'Vi mødes med ham.' })
    await sami.to(7)
    const present = ['youngPerson', 'representative']
    await sami.answer('session', worker, {
      ...{ heldOn: day(7), present, interpreterUsed: true, dutyCheck: noDuty, end: 'consent' },
    })

    // Sami and his representative consent; he is identified by a temporary id.
    await sami.to(10)
    await sami.answer('requestConsent', worker, {
      kinds: ['wellbeing'],
      givers: [
        { giver: 'youngPerson', custody: 'ownMatters' },
        { giver: 'representative', custody: 'representation' },
      ],
      language: 'fa',
      interpreter: true,
      deliveredOn: day(10),
    })
    const { id: consent } = await sami.consent()
    for (const giver of ['youngPerson', 'representative'])
      await call('POST', `/consents/${consent}/give`, worker, { giver, form: 'paper' })
    await sami.answer('identify', worker, {
      childName: 'Prøve Testsen',
      temporaryId: true,
      custodyVerified: true,
    })

    // No system knows where he lives: somebody hands him and his representative their letters.
    const byHand = (await sami.show()).tasks.filter(({ kind }) => kind === 'deliverLetter')
    expect(byHand.map(({ about, dueOn, person }) => [about, dueOn, person]).sort()).toEqual([
      ['Orienteringsbrev til familien: Den unge selv', day(15), worker],
      ['Orienteringsbrev til familien: Repræsentant', day(15), worker],
    ])
    expect(await lettersTo(sami)).toEqual(['byHand', 'byHand'])

    // The family group cannot be reached. The offer stands in the case, and waits.
    const referral = await sami.task('referral')
    const sending = call('POST', `/tasks/${referral.id}/complete`, worker, {
      reason: 'Han har ingen voksne.',
    })
    expect((await sending).status).toBe(202)
    await sami.to(11)
    const waiting = { system: down.system, since: expect.stringContaining(day(10)) }
    expect(await waitsOf(sami)).toEqual([waiting])
    expect(await stuck(sami)).toEqual([waiting])
    const offered = await sami.show()
    expect(offered.handovers.map(({ status }) => status)).toEqual(['offered'])
    expect(offered.processes.map(({ kind }) => kind)).not.toContain('referral')

    // It is delivered once, and is answered for by the date it had.
    await sami.to(12)
    expect(await waitsOf(sami)).toEqual([])
    expect(await stuck(sami)).toEqual([])
    expect(await sami.due()).toContain(`answerReferral@${day(24)}`)
    const { processes, handovers } = await sami.show()
    expect(processes.filter(({ kind }) => kind === 'referral')).toHaveLength(1)
    expect(await times(sami, 'offerDelivered')).toBe(1)
    expect(handovers.map(({ administration }) => administration).sort()).toEqual([
      'children-and-youth',
      'social-services',
    ])

    for (const about of ['Den unge selv', 'Repræsentant']) {
      const { tasks } = await sami.show()
      const task = tasks.find(one => one.about === `Orienteringsbrev til familien: ${about}`)
      const handed = { outcome: 'handedOver', deliveredOn: day(12), how: 'inPerson' }
      expect((await call('POST', `/tasks/${task?.id ?? ''}/complete`, worker, handed)).status).toBe(200)
    }
    expect(await lettersTo(sami)).toEqual(['delivered', 'delivered'])

    await sami.to(14)
    const accepted = await call('POST', `/handovers/referral-${sami.id}-1/accept`, 'fg-gitte', {
      screening: 'clarification',
    })
    expect(accepted.status).toBe(200)
    expect(await sami.task('youthPlan')).toMatchObject({ role: 'familyCaseworker', person: 'fg-gitte' })
    expect((await sami.show()).responsibleUnit).toBe('family-group')

    // He gets a CPR number: it is the same child, and the same case.
    await sami.to(40)
    const number = nobodysNumber()
    const assigned = await sami.post('number', worker, { civilNumber: number })
    expect(assigned.status).toBe(200)
    const { items, texts } = await log(sami, worker)
    const merged = items.find(({ body }) => body.type === 'numberAssigned')?.body
    expect(merged?.temporaryId).toBe(`midl-${sami.id}`)
    expect(texts[merged?.text ?? '']).toEqual({ civilNumber: number })
    expect(await sami.show()).toMatchObject({ id: sami.id, status: 'open' })
    await sami.record('case-7')
  })
})

async function waitsOf(one: PracticeCase): Promise<{ system: string; since: string }[]> {
  const { processes } = (await one.show()) as unknown as Waits
  return processes.flatMap(({ waiting }) => waiting.map(({ system, since }) => ({ system, since })))
}

/** What operations see of the case: which system it waits for, and since when. */
async function stuck(one: PracticeCase): Promise<{ system: string; since: string }[]> {
  const { body } = await call<Stuck>('GET', '/operations/stuck', 'op-ole')
  return body.waiting
    .filter(({ caseId }) => caseId === one.id)
    .map(({ system, since }) => ({ system, since }))
}

async function lettersTo(one: PracticeCase): Promise<string[]> {
  const { letters } = (await one.show()) as unknown as Letters
  return letters.filter(({ kind }) => kind === 'informationLetter').map(({ status }) => status)
}

const log = async (one: PracticeCase, as: string): Promise<Log> =>
  (await look<Log>(`/cases/${one.id}/events?limit=500`, as)).body

/** How often something has happened, by what the team leader sees in the log. */
async function times(one: PracticeCase, type: string): Promise<number> {
  return (await log(one, 'tl-eva')).items.filter(({ body }) => body.type === type).length
}
