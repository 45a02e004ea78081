import { describe, expect, it } from '@jest/globals'
import { consentAsked, takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { nobodysNumber } from '../support/numbers.js'
import { day, noDuty, type PracticeCase } from '../support/practice-case.js'

const signature = { form: 'paper', giverName: 'Mor Prøvesen', contact: 'mor@eksempel.test' }

interface Logged {
  readonly items: { body: { type: string; texts?: number; temporaryId?: string; text?: string } }[]
  readonly texts: Record<string, Record<string, string>>
}
const log = async (one: PracticeCase): Promise<Logged> =>
  (await call<Logged>('GET', `/cases/${one.id}/events?limit=500`, 'sw-anna')).body

const consentOf = async (one: PracticeCase) => {
  const { id } = await one.consent()
  const { body } = await call<{ answers: { sealedRef: string | null }[]; texts: Logged['texts'] }>(
    'GET',
    `/consents/${id}`,
    'sw-anna',
  )
  return { id, sealed: body.answers.map(({ sealedRef }) => sealedRef), texts: body.texts }
}

describe('what a signature reveals', () => {
  it('is destroyed with its key when the other parent says no, and so are the contacts of the request', async () => {
    const one = await takenOn()
    const held = { heldOn: day(0), present: ['mother'], dutyCheck: noDuty, end: 'consent' }
    await one.answer('session', 'sw-anna', held)
    await one.answer('requestConsent', 'sw-anna', {
      kinds: ['wellbeing'],
      givers: [
        { giver: 'mother', custody: 'joint', contact: 'mor@eksempel.test' },
        { giver: 'father', custody: 'joint', contact: 'far@eksempel.test' },
      ],
      deliveredOn: day(0),
    })
    const { id } = await consentOf(one)
    await call('POST', `/consents/${id}/give`, 'sw-anna', { giver: 'mother', ...signature })
    await call('POST', `/consents/${id}/refuse`, 'sw-anna', { giver: 'father' })
    const { items } = await log(one)
    const gone = items.find(({ body }) => body.type === 'envelopeDestroyed')
    expect(gone?.body.texts).toBe(2)
    const after = await consentOf(one)
    expect(after.sealed.filter(ref => ref !== null)).toHaveLength(1)
    expect(JSON.stringify(after.texts)).not.toContain('Prøvesen')
  })

  it('stays sealed until the child is identified by full consent, and is then part of the case', async () => {
    const one = await consentAsked()
    const { id } = await consentOf(one)
    await call('POST', `/consents/${id}/give`, 'sw-anna', { giver: 'mother', ...signature })
    expect(JSON.stringify((await consentOf(one)).texts)).not.toContain('Prøvesen')
    await one.answer('identify', 'sw-anna', { childName: 'Prøve Barn', custodyVerified: true })
    expect((await log(one)).items.map(({ body }) => body.type)).toContain('envelopeOpened')
    const opened = await consentOf(one)
    expect(opened.texts[opened.sealed[0] ?? '']).toEqual({
      giverName: 'Mor Prøvesen',
      contact: 'mor@eksempel.test',
    })
  })
})

describe('a child without a CPR number', () => {
  it('keeps its case when the number comes, and the log shows both ids', async () => {
    const one = await consentAsked()
    const { id } = await consentOf(one)
    const number = nobodysNumber()
    const assign = (civilNumber: string) => one.post('number', 'sw-anna', { civilNumber })
    expect(await assign(number)).toMatchObject({ status: 409, body: { code: 'number-known' } })
    await call('POST', `/consents/${id}/give`, 'sw-anna', { giver: 'mother', form: 'paper' })
    await one.answer('identify', 'sw-anna', {
      childName: 'Prøve Barn',
      temporaryId: true,
      custodyVerified: true,
    })
    expect((await assign('12')).status).toBe(400)
    expect((await assign(number)).status).toBe(200)
    const { items, texts } = await log(one)
    const assigned = items.find(({ body }) => body.type === 'numberAssigned')?.body
    expect(assigned?.temporaryId).toBe(`midl-${one.id}`)
    expect(texts[assigned?.text ?? '']).toEqual({ civilNumber: number })
    expect(await assign(nobodysNumber())).toMatchObject({ status: 409, body: { code: 'number-known' } })
  })

  it('is found again by the number in another case, whose social worker decides whether it is one', async () => {
    const number = nobodysNumber()
    const cases: PracticeCase[] = []
    for (const civilNumber of [undefined, number]) {
      const one = await consentAsked()
      cases.push(one)
      await call('POST', `/consents/${(await consentOf(one)).id}/give`, 'sw-anna', {
        giver: 'mother',
        form: 'paper',
      })
      await one.answer('identify', 'sw-anna', { childName: 'Prøve Barn', civilNumber, custodyVerified: true })
    }
    const [first, second] = cases
    if (first === undefined || second === undefined) throw new Error('no cases')
    await first.post('number', 'sw-anna', { civilNumber: number })
    expect(await first.task('merge')).toMatchObject({ about: second.id })
    await first.answer('merge', 'sw-anna', { decision: 'keepApart', why: 'Familierne er ikke de samme.' })
    expect(await first.show()).toMatchObject({ status: 'open' })
  })
})
