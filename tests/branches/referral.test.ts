import { describe, expect, it } from '@jest/globals'
import { consentAsked, offered } from '../support/courses.js'
import { call } from '../support/http.js'
import { day, oralYes } from '../support/practice-case.js'

describe('a referral', () => {
  it('that the family group declines comes back to the social worker, who decides within five working days', async () => {
    const { offered: child, offer } = await offered()
    await child.to(4)
    const declined = await call('POST', `/handovers/${offer}/decline`, 'fg-hans', {
      reason: 'targetGroup',
      alternative: 'Familiehuset har åben rådgivning.',
    })
    expect(declined.status).toBe(200)
    expect(await child.due()).toEqual([`declined@${day(11)}`])
    expect(await child.show()).toMatchObject({ responsibleAdministration: 'children-and-youth' })
    await child.answer('declined', 'sw-anna', { decision: 'offerAgain', why: 'Ny oplysning.' })
    await child.answer('referral', 'sw-anna', { reason: 'Nu med mors egne ord.' })
    const again = `referral-${child.id}-2`
    expect(
      (await call('POST', `/handovers/${again}/accept`, 'fg-hans', { screening: 'clarification' })).status,
    ).toBe(200)
    expect(await child.show()).toMatchObject({ responsiblePerson: 'fg-hans' })
  })

  it('is either accepted or taken back when both happen at once, and one administration is responsible', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { offered: child, offer } = await offered()
      const [accepted, revoked] = await Promise.all([
        call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification' }),
        call('POST', `/handovers/${offer}/revoke`, 'sw-anna', {}),
      ])
      await child.to(1)
      const { responsibleAdministration, handovers } = await child.show()
      const transferred = responsibleAdministration === 'social-services'
      expect(revoked.status).toBe(transferred ? 409 : 200)
      expect([200, 409]).toContain(accepted.status)
      expect(new Set(handovers.map(({ status }) => status))).toEqual(
        new Set([transferred ? 'accepted' : 'revoked']),
      )
    }
  })

  it('is taken back when the consent behind it is withdrawn before it is answered', async () => {
    const { offered: child, offer, consent } = await offered()
    await call('POST', `/consents/${consent}/withdraw`, 'sw-anna', { giver: 'mother' })
    await child.to(1)
    expect((await child.show()).handovers.map(({ status }) => status)).toEqual(['revoked', 'revoked'])
    const late = await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', {
      screening: 'noClarification',
    })
    // Nothing of it is theirs any more.
    expect(late).toMatchObject({ status: 403, body: { code: 'access-denied' } })
    expect((await child.show()).tasks.map(({ kind }) => kind)).toEqual(['choose'])
    expect((await child.show()).letters.map(({ kind }) => kind)).toContain('consentWithdrawn')
  })

  it('reminds after five working days, and tells both leaders when ten have passed in silence', async () => {
    const { offered: child } = await offered()
    await child.to(15)
    const silent = (await child.show()).tasks.find(({ kind }) => kind === 'answerReferral')
    expect(silent).toMatchObject({ overdue: true, told: ['fl-ida', 'tl-eva'] })
    expect((await child.show()).letters.filter(({ kind }) => kind === 'taskOverdue')).toHaveLength(2)
  })
})

describe('a consent', () => {
  it('given only in part covers what was named and nothing else', async () => {
    const child = await consentAsked()
    const { id } = await child.consent()
    const unasked = await call('POST', `/consents/${id}/give`, 'sw-anna', {
      giver: 'mother',
      form: 'digital',
      kinds: ['health'],
    })
    expect(unasked).toMatchObject({ status: 422, body: { code: 'kind-not-asked-for' } })
    const stranger = await call('POST', `/consents/${id}/give`, 'sw-anna', {
      giver: 'father',
      form: 'digital',
    })
    expect(stranger.body).toMatchObject({ code: 'giver-unknown' })
  })

  it('given orally lapses after 14 days when nobody writes it down', async () => {
    const child = await consentAsked()
    const { id } = await child.consent()
    await call('POST', `/consents/${id}/give`, 'sw-anna', oralYes('mother'))
    expect((await child.consent()).status).toBe('given')
    await child.to(15)
    expect((await child.consent()).status).toBe('expired')
    const offer = await child.post('hand-over', 'sw-anna', { unit: 'family-group' })
    expect(offer.body).toMatchObject({ code: 'consent-missing' })
  })
})
