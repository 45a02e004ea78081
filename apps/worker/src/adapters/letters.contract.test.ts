import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Letter, Letters } from '../ports/letters.js'
import { httpLetters } from './http-letters.js'
import { practiceLetters } from './practice-letters.js'
import { type Simulation, simulation } from '@brobygger/simulators/testing'

const reply: Letter = {
  key: 'concern-k7qm4d2x/reply',
  kind: 'reply',
  to: { role: 'raiser', person: 'staff-17' },
  caseId: 'k7qm4d2x',
  at: '2027-01-13T08:00:00.000Z',
}

describe('letters', () => {
  let simulators: Simulation
  beforeAll(async () => {
    simulators = await simulation()
  })
  afterAll(() => simulators.stop())

  const adapters: [string, () => Letters][] = [
    ['over HTTP', () => httpLetters({ baseUrl: `${simulators.url}/letters` })],
    ['in practice', () => practiceLetters()],
  ]

  describe.each(adapters)('%s', (_name, letters) => {
    it('delivers a letter and says when, never before it was sent', async () => {
      const receipt = await letters().send(reply)
      expect(receipt.status).toBe('delivered')
      expect(receipt.letterId).not.toBe('')
      expect(Date.parse(receipt.deliveredAt ?? '')).toBeGreaterThanOrEqual(Date.parse(reply.at))
    })

    it('gives a repeated key the first receipt', async () => {
      expect(await letters().send(reply)).toEqual(await letters().send(reply))
    })

    it('gives another key a letter of its own', async () => {
      const one = await letters().send(reply)
      const other = await letters().send({ ...reply, key: 'concern-k7qm4d2x/closing', kind: 'closing' })
      expect(other.letterId).not.toBe(one.letterId)
    })

    it('reaches the contact a parent gave, in another language', async () => {
      const to = { contactRef: 'vault-5' }
      const letter: Letter = {
        ...reply,
        key: 'consent-k7qm4d2x-1/text',
        kind: 'consentText',
        to,
        language: 'prs',
      }
      expect((await letters().send(letter)).status).toBe('delivered')
    })
  })

  it('sends one letter for each key over HTTP', async () => {
    expect(await simulators.keys('letters')).toEqual([
      'concern-k7qm4d2x/reply',
      'concern-k7qm4d2x/closing',
      'consent-k7qm4d2x-1/text',
    ])
  })

  it('refuses a key that was used for another letter', async () => {
    const letters = httpLetters({ baseUrl: `${simulators.url}/letters` })
    const sent = letters.send({ ...reply, kind: 'closing' })
    await expect(sent).rejects.toMatchObject({ code: 'refused', retryable: false })
  })

  it('is only accepted, without an instant of delivery, when delivery is not known yet', async () => {
    await simulators.fault('letters', { mode: 'late', count: 1 })
    const letters = httpLetters({ baseUrl: `${simulators.url}/letters` })
    const receipt = await letters.send({ ...reply, key: 'concern-k7qm4d2x/late' })
    expect(receipt).toEqual({ letterId: expect.any(String), status: 'accepted' })
  })

  it('keeps what it sends in practice away from the service', async () => {
    const before = await simulators.keys('letters')
    await practiceLetters().send({ ...reply, key: 'concern-k7qm4d2x/practice' })
    expect(await simulators.keys('letters')).toEqual(before)
  })

  it('forgets the letters of a case that is erased, says how many, and keeps the others', async () => {
    const letters = httpLetters({ baseUrl: `${simulators.url}/letters` })
    await letters.send({ ...reply, key: 'concern-zzzz0000/reply', caseId: 'zzzz0000' })
    const others = (await simulators.keys('letters')).filter(key => !key.includes('k7qm4d2x'))
    const erased = (await simulators.keys('letters')).length - others.length
    const asking = { key: 'erasure-a0b1c2d3-1.forget', caseId: 'k7qm4d2x', at: reply.at }
    expect(erased).toBeGreaterThan(2)
    expect(await letters.forget(asking)).toEqual({ forgotten: erased })
    expect(await simulators.keys('letters')).toEqual(others)
    // Whoever died before they heard it is told the same.
    expect(await letters.forget(asking)).toEqual({ forgotten: erased })
    expect(await letters.forget({ ...asking, key: 'erasure-a0b1c2d3-2.forget' })).toEqual({ forgotten: 0 })
  })

  it('does what it was told to forget when the answer to that is lost', async () => {
    const letters = httpLetters({ baseUrl: `${simulators.url}/letters` })
    await letters.send({ ...reply, key: 'concern-yyyy0000/reply', caseId: 'yyyy0000' })
    await simulators.fault('letters', { mode: 'lostAnswer', count: 1 })
    const asking = { key: 'erasure-a0b1c2d3-3.forget', caseId: 'yyyy0000', at: reply.at }
    await expect(letters.forget(asking)).rejects.toMatchObject({ code: 'unavailable', retryable: true })
    expect(await letters.forget(asking)).toEqual({ forgotten: 1 })
  })
})
