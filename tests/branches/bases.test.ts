import { describe, expect, it } from '@jest/globals'
import { offered, takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { day, type PracticeCase } from '../support/practice-case.js'

const meeting = {
  units: ['institution', 'health-visitors'],
  heldOn: day(0),
  why: 'Tidlig indsats for barnet.',
}

/** An identified child whose consent was withdrawn. */
async function withdrawn(): Promise<PracticeCase> {
  const { offered: one, consent } = await offered()
  await call('POST', `/consents/${consent}/withdraw`, 'sw-anna', { giver: 'mother' })
  return one
}

const bases = async (one: PracticeCase) =>
  ((await one.show()) as unknown as { bases: { id: string; kind: string; upheld: boolean | null }[] }).bases

describe('professionals who share without consent', () => {
  it('meet once, and once more in a special case; the team leader looks at both', async () => {
    const one = await takenOn()
    const hold = (body: object) => one.post('exchanges', 'sw-anna', { ...meeting, ...body })
    expect(await hold({ followUp: true })).toMatchObject({ status: 409, body: { code: 'exchange-used' } })
    expect((await hold({})).status).toBe(200)
    expect(await hold({})).toMatchObject({ status: 409, body: { code: 'exchange-used' } })
    expect((await hold({ followUp: true })).status).toBe(200)
    expect(await hold({ followUp: true })).toMatchObject({ body: { code: 'exchange-used' } })
    expect((await bases(one)).map(({ kind }) => kind)).toEqual(['statutory', 'statutory'])
    expect(await one.due()).toContain(`reviewBasis@${day(14)}`)
    expect((await one.task('reviewBasis')).person).toBe('tl-eva')
    await one.answer('reviewBasis', 'tl-eva', { upheld: true, why: 'Deltagerne var de rette.' })
    expect((await bases(one)).map(({ upheld }) => upheld)).toEqual([true, null])
  })

  it('say why, and are of the units that the law names', async () => {
    const one = await takenOn()
    const hold = (body: object) => one.post('exchanges', 'sw-anna', body)
    expect(await hold({ ...meeting, why: undefined })).toMatchObject({ status: 400 })
    expect(await hold({ ...meeting, units: ['family-house'] })).toMatchObject({ status: 400 })
  })
})

describe('a disclosure in spite of a missing consent', () => {
  it("is the team leader's to decide, with a reason, and is reviewed by the data protection officer", async () => {
    const one = await withdrawn()
    const override = (as: string, why?: string) =>
      one.post('override-consent', as, { unit: 'family-group', why })
    expect(await override('sw-anna', 'Barnet har brug for det.')).toMatchObject({
      status: 403,
      body: { code: 'access-denied' },
    })
    expect((await override('tl-eva')).status).toBe(400)
    expect((await override('tl-eva', 'Barnet har brug for det.')).status).toBe(200)
    expect(await one.task('reviewOverride')).toMatchObject({ role: 'dataProtectionOfficer', dueOn: day(7) })

    expect((await one.post('hand-over', 'sw-anna', { unit: 'family-group' })).status).toBe(200)
    await one.answer('referral', 'sw-anna', { reason: 'Barnet har brug for det.' })
    const sent = (await one.show()).handovers.filter(({ offer }) => offer.endsWith('-2'))
    expect(sent).toMatchObject([{ basis: 'override' }, { basis: 'override' }])

    await one.answer('reviewOverride', 'dpo-nina', { upheld: false, why: 'Grundlaget holder ikke.' })
    await one.to(1)
    const after = (await one.show()).handovers.filter(({ offer }) => offer.endsWith('-2'))
    expect(after.map(({ status }) => status)).toEqual(['revoked', 'revoked'])
    expect(await one.post('hand-over', 'sw-anna', { unit: 'family-group' })).toMatchObject({
      body: { code: 'consent-missing' },
    })
  })

  it('is refused while nobody knows who the child is', async () => {
    const one = await takenOn()
    const body = { unit: 'family-group', why: 'Barnet har brug for det.' }
    expect(await one.post('override-consent', 'tl-eva', body)).toMatchObject({
      status: 409,
      body: { code: 'not-identified' },
    })
  })
})
