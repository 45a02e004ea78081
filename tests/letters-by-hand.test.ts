import { describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { call } from './support/http.js'
import { Planting } from './support/planting.js'
import { expectOk, RealCase } from './support/real-case.js'

const today = new Date().toISOString().slice(0, 10)

interface ShownLetter {
  readonly kind: string
  readonly to: string
  readonly status: string
  readonly deliveredAt: string | null
  readonly handedOver: string | null
  readonly handedOverBy: string | null
  readonly givenUpAt: string | null
}

/** The texts that the parents were sent, once all are as they are waited for. */
async function textsOf(one: RealCase, are: readonly string[]): Promise<readonly ShownLetter[]> {
  let seen: readonly ShownLetter[] = []
  for (let left = 100; left > 0; left--) {
    const { letters } = (await one.show()) as unknown as { letters: ShownLetter[] }
    seen = letters.filter(({ kind }) => kind === 'consentText')
    if (seen.map(({ status }) => status).join() === are.join()) return seen
    await sleep(100)
  }
  throw new Error(`the texts are not ${are.join()}: ${JSON.stringify(seen)}`)
}

/** A real case whose parents are sent the text. Nobody is identified yet, so no system knows where they live. */
async function textSent(): Promise<RealCase> {
  const one = await RealCase.raise(new Planting(), {})
  await one.answer('triage', { outcome: 'takenOn' })
  await one.answer('reply', {})
  const held = { heldOn: today, present: ['mother'], dutyCheck: { answer: 'no' }, end: 'consent' }
  await one.answer('session', held)
  const givers = [
    { giver: 'mother', custody: 'joint' },
    { giver: 'father', custody: 'joint' },
  ]
  await one.answer('requestConsent', { kinds: ['wellbeing'], givers })
  await textsOf(one, ['byHand', 'byHand'])
  return one
}

/** Answers the task to hand a parent their text. */
async function handOver(one: RealCase, parent: string, form: object): Promise<void> {
  const { tasks } = await one.show()
  const task = tasks.find(({ about }) => about === `Samtykketekst: ${parent}`)
  await expectOk(call('POST', `/tasks/${task?.id ?? 'none'}/complete`, 'sw-anna', form))
}

const given = { outcome: 'handedOver', deliveredOn: today, how: 'inPerson' }

describe('a text that no system can bring', () => {
  it('starts the clock of consent when the last parent has it in hand, and not before', async () => {
    const one = await textSent()
    const asked = await one.show()
    expect(asked.consents.at(-1)?.status).toBe('requested')
    expect(asked.deadlines.map(({ rule }) => rule)).not.toContain('consent-answer')
    expect(asked.tasks.find(({ kind }) => kind === 'deliverLetter')).toMatchObject({
      role: 'socialWorker',
      person: 'sw-anna',
    })

    await handOver(one, 'Mor', given)
    expect((await one.show()).consents.at(-1)?.status).toBe('requested')
    await handOver(one, 'Far', { ...given, how: 'institution', handedOverBy: 'sw-bo' })

    const reached = await one.show()
    expect(reached.consents.at(-1)?.status).toBe('delivered')
    const clock = reached.deadlines.find(({ rule }) => rule === 'consent-answer')
    const until = new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10)
    expect(clock?.dueOn).toBe(until)
    const texts = await textsOf(one, ['delivered', 'delivered'])
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ to: 'mother', handedOver: 'inPerson', handedOverBy: 'sw-anna' }),
        expect.objectContaining({ to: 'father', handedOver: 'institution', handedOverBy: 'sw-bo' }),
      ]),
    )
  })

  it('and cannot be brought to one of them is silence: the social worker chooses another way', async () => {
    const one = await textSent()
    await handOver(one, 'Mor', given)
    await handOver(one, 'Far', { outcome: 'notPossible', why: 'Faren har intet opholdssted.' })
    await one.task('choose')
    expect((await one.show()).consents.at(-1)?.status).toBe('expired')
    await textsOf(one, ['delivered', 'notPossible'])
  })

  it('is not waited for once both have answered: whoever answers has seen it', async () => {
    const one = await textSent()
    const consent = (await one.show()).consents.at(-1)?.id ?? ''
    for (const giver of ['mother', 'father'])
      await expectOk(call('POST', `/consents/${consent}/give`, 'sw-anna', { giver, form: 'paper' }))
    await one.task('identify')
    expect((await one.show()).tasks.map(({ kind }) => kind)).toContain('identify')
  })

  it.each([
    [{ outcome: 'handedOver', how: 'inPerson' }, 'deliveredOn'],
    [{ outcome: 'handedOver', deliveredOn: today }, 'how'],
    [{ outcome: 'notPossible' }, 'why'],
  ])('is not answered for by %j: how it went is missing', async (form, field) => {
    const one = await textSent()
    const { id } = await one.task('deliverLetter')
    const answer = await call('POST', `/tasks/${id}/complete`, 'sw-anna', form)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(field)
  })
})
