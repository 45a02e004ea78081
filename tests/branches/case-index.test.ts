import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { offered as offeredInPractice } from '../support/courses.js'
import { Erasing } from '../support/erasure.js'
import { call } from '../support/http.js'
import { identified, offered, someNumber } from '../support/identified-child.js'
import { nobodysNumber } from '../support/numbers.js'
import { expectOk, type RealCase } from '../support/real-case.js'

const simulators = process.env['BRO_TEST_SIMULATORS_URL'] ?? ''
const accept = (offer: string) =>
  expectOk(call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification' }))
const close = (one: { id: string }) =>
  expectOk(
    call('POST', `/cases/${one.id}/close`, 'sw-anna', {
      code: 'takenOver',
      caseAvoided: 'no',
      why: 'Familiegruppen.',
    }),
  )

const lines = z.array(
  z.object({ request: z.object({ caseId: z.string(), progress: z.string(), person: z.string() }) }),
)

/** What the index has been told of a case, oldest first. */
async function indexed({ id }: { id: string }) {
  const response = await fetch(`${simulators}/case-index/ledger`)
  return lines.parse(await response.json()).flatMap(({ request }) => (request.caseId === id ? [request] : []))
}

/** Waits until the index has been told so much of a case; nobody in the procedure does. */
async function told(one: { id: string }, progress: string[]) {
  for (let left = 100; left > 0; left--) {
    const found = await indexed(one)
    if (JSON.stringify(found.map(each => each.progress)) === JSON.stringify(progress)) return found
    await sleep(100)
  }
  throw new Error(`the index has ${JSON.stringify(await indexed(one))}`)
}

interface Logged {
  readonly items: { body: { type: string; status?: string } }[]
}
/** What the case has written down of it, once it is so much. */
async function written(one: { id: string }, statuses: string[]): Promise<void> {
  for (let left = 50; left > 0 && (await logged(one)).length < statuses.length; left--) await sleep(100)
  expect(await logged(one)).toEqual(statuses)
}
const logged = async ({ id }: { id: string }) => {
  const { body } = await call<Logged>('GET', `/cases/${id}/events?limit=500`, 'sw-anna')
  return body.items.flatMap(item => (item.body.type === 'caseIndexed' ? [item.body.status] : []))
}

describe('the national case index', () => {
  it('learns of a child when the authority has taken over, and not before; and that the case has closed', async () => {
    const { one, number, offer } = await offered()
    await sleep(1_000)
    expect(await indexed(one)).toEqual([])
    await accept(offer)
    const [entry] = await told(one, ['Opstaaet'])
    const digest = createHash('sha256')
      .update(`urn:oio:cpr-nr:${number.replace('-', '')}`)
      .digest('hex')
    expect(entry).toMatchObject({ person: digest })
    await close(one)
    await told(one, ['Opstaaet', 'Afsluttet'])
    await written(one, ['open', 'closed'])
  })

  it('lets a case go that is erased, and the certificate says so', async () => {
    const { one, offer } = await offered()
    await accept(offer)
    await told(one, ['Opstaaet'])
    const erasing = await Erasing.begin(one.id)
    await erasing.decide(1)
    const { certificate } = await erasing.certified(1)
    expect(certificate.steps.find(({ step }) => step === 'outside')?.counts).toMatchObject({ caseIndex: 1 })
    expect(await indexed(one)).toEqual([])
  }, 120_000)

  it('tells the social worker whom to ask where a child is known elsewhere, and nothing of the other case', async () => {
    const number = someNumber()
    const elsewhere = { caseNumber: `DUBU-${randomUUID()}`, unitName: 'Handicapafdelingen' }
    const response = await fetch(`${simulators}/case-index/publish`, {
      method: 'POST',
      body: JSON.stringify({ ...elsewhere, uuid: randomUUID(), unit: randomUUID(), number }),
    })
    expect(response.status).toBe(200)
    const { one } = await identified({ number })
    const relationsOf = async () => {
      const { body } = await call<{ relations: object[] }>('GET', `/cases/${one.id}`, 'sw-anna')
      return body
    }
    for (let left = 100; left > 0 && (await relationsOf()).relations.length === 0; left--) await sleep(100)
    const shown = await relationsOf()
    expect(shown.relations).toMatchObject([
      { relation: 'otherSystem', contact: 'fl-ida', unit: 'family-group' },
    ])
    for (const content of Object.values(elsewhere)) expect(JSON.stringify(shown)).not.toContain(content)
  })

  it('says nothing of a child whom only our own cases know: that is found without it', async () => {
    const { one: first, number, offer } = await offered()
    await accept(offer)
    await told(first, ['Opstaaet'])
    const { one: second } = await identified({ number })
    await sleep(1_000)
    const { body } = await call<{ relations: { relation: string }[] }>(
      'GET',
      `/cases/${second.id}`,
      'sw-anna',
    )
    expect(body.relations.map(({ relation }) => relation)).toEqual(['sameChild'])
  })

  it('has nothing of a case that became part of another one', async () => {
    const { one: lead, number } = await identified()
    const merged = await offeredFor(number)
    await accept(merged.offer)
    await told(merged.one, ['Opstaaet'])
    const { id } = await merged.one.task('merge')
    await expectOk(
      call('POST', `/tasks/${id}/complete`, 'sw-anna', { decision: 'merge', why: 'Samme barn.' }),
    )
    await told(merged.one, [])
    await written(merged.one, ['open', 'removed'])
    expect(await indexed(lead)).toEqual([])
  })

  it('is told of a child without a number when the number comes, and in practice nobody is', async () => {
    const { offered: child, offer } = await offeredInPractice()
    await accept(offer)
    await child.to(1)
    expect(await logged(child)).toEqual([])
    const assigned = await child.post('number', 'sw-anna', { civilNumber: nobodysNumber() })
    expect(assigned.status).toBe(200)
    await child.to(2)
    await written(child, ['open'])
    expect(await indexed(child)).toEqual([])
  })
})

/** A case of the same child that is offered to the family group. */
async function offeredFor(number: string): Promise<{ one: RealCase; offer: string }> {
  const { one } = await identified({ number })
  await one.answer('referral', {})
  const { id } = await one.task('answerReferral')
  return { one, offer: id.replace(/\.\d+$/, '') }
}
