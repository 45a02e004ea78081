import { describe, expect, it } from '@jest/globals'
import { offered, takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { day, type PracticeCase } from '../support/practice-case.js'
import { PracticeProcess } from '../support/practice-process.js'

const closing = { code: 'noConcern', caseAvoided: 'apparently', why: 'Der er ikke mere at gøre.' }
const journalOf = (child: PracticeCase, n = 1) => new PracticeProcess(`journal-${child.id}-${n}`, ['sw-anna'])
const kindsOf = async (child: PracticeCase) => (await child.show()).processes.map(({ kind }) => kind)

interface Logged {
  readonly items: {
    by: string | null
    body: { type: string; items?: { item: string }[]; journalNumber?: string }
  }[]
}
const logged = async (child: PracticeCase) =>
  (await call<Logged>('GET', `/cases/${child.id}/events?limit=500`, 'sw-anna')).body.items

describe('a case that closes', () => {
  it('is journalised where the child is known and nobody took over: what to file by reference, and its number', async () => {
    const { offered: child } = await offered()
    expect((await child.post('close', 'sw-anna', closing)).status).toBe(200)
    expect(await child.show()).toMatchObject({ status: 'closed' })
    expect(await journalOf(child).due()).toEqual([`journalise@${day(7)}`])
    const asked = (await logged(child)).find(({ body }) => body.type === 'journalAsked')
    expect(asked?.body.items?.length).toBeGreaterThan(2)
    for (const { item } of asked?.body.items ?? []) expect(item).toMatch(/^v_/)
    const { id } = await journalOf(child).task('journalise')
    const refused = await call('POST', `/tasks/${id}/complete`, 'sw-anna', { journalNumber: '010203-0000' })
    expect(refused.status).toBe(400)
    await journalOf(child).answer('journalise', 'sw-anna', { journalNumber: '2027-00417' })
    expect(await journalOf(child).show()).toMatchObject({ status: 'closed', outcome: 'journalised' })
    const told = (await logged(child)).find(({ body }) => body.type === 'journalised')
    expect(told).toMatchObject({ by: 'sw-anna', body: { journalNumber: '2027-00417' } })
  })

  it('reminds the team leader when nobody has journalised it', async () => {
    const { offered: child } = await offered()
    await child.post('close', 'sw-anna', closing)
    await journalOf(child).to(8)
    expect(await journalOf(child).task('journalise')).toMatchObject({ overdue: true, told: ['tl-eva'] })
  })

  it('is not journalised twice: what the family group has taken over is in its case system', async () => {
    const { offered: child, offer } = await offered()
    await call('POST', `/handovers/${offer}/accept`, 'fg-hans', { screening: 'noClarification' })
    await child.to(1)
    expect((await child.post('close', 'sw-anna', { ...closing, code: 'takenOver' })).status).toBe(200)
    expect(await kindsOf(child)).not.toContain('journal')
  })

  it('is about nobody while it is anonymous, and is not journalised', async () => {
    const child = await takenOn()
    await child.post('close', 'sw-anna', closing)
    expect(await kindsOf(child)).toEqual(['concern'])
  })
})
