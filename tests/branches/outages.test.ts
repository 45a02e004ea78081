import { describe, expect, it } from '@jest/globals'
import { RawEngine } from '../support/engine.js'
import { call } from '../support/http.js'
import { lookFromAllSides } from '../support/look.js'
import { wholeList } from '../support/whole-list.js'
import { PracticeCase, moment } from '../support/practice-case.js'

interface Shown {
  readonly letters: readonly { kind: string; person: string | null }[]
  readonly processes: readonly { waiting: readonly { system: string }[] }[]
}
interface Listed {
  readonly id: string
  readonly caseId?: string
  readonly waiting: readonly { system: string; title: { da: string; en: string }; since: string }[]
}
const shown = (one: PracticeCase): Promise<Shown> => lookFromAllSides<Shown>(`/cases/${one.id}`)

/** A case that finds letters down from the moment it is raised. */
const raisedWithoutLetters = (until: string): Promise<PracticeCase> =>
  PracticeCase.raise(0, 'r-101003', { institution: '101003', ageBand: '3-5', mainCategory: 'structure' }, [
    { system: 'letters', from: moment(0), until },
  ])

describe('an outage', () => {
  it('of a minute, an hour and a day costs the same number of events', async () => {
    const lengths = ['2027-01-11T10:01:00+01:00', moment(0, '11:00'), moment(1)]
    const counted = []
    for (const until of lengths) {
      const one = await raisedWithoutLetters(until)
      await one.to(2)
      const { letters } = await shown(one)
      expect(letters.filter(({ kind }) => kind === 'receipt')).toHaveLength(1)
      counted.push(await eventsOf(`concern-${one.id}`))
    }
    expect(new Set(counted).size).toBe(1)
  })

  it('is seen in the worklist and in the list of cases, in words and since when, and no more when it is over', async () => {
    const one = await raisedWithoutLetters(moment(2, '12:00'))
    const rows = async (path: string) => {
      const items = await wholeList<Listed>(`${path}practice=true`, 'sw-anna')
      return items.filter(item => item.id === one.id || item.caseId === one.id)
    }
    const everywhere = async () => [...(await rows('/worklist?view=mine&')), ...(await rows('/cases?'))]
    await one.to(1)
    const meanwhile = await everywhere()
    expect(meanwhile.length).toBeGreaterThan(1)
    for (const { waiting } of meanwhile)
      expect(waiting).toEqual([
        {
          system: 'letters',
          title: { da: 'Udsendelse af breve', en: 'Letters going out' },
          since: expect.stringMatching(/^2027-01-11T/),
        },
      ])
    const asLeader = await call<Listed>('GET', `/cases/${one.id}`, 'tl-eva')
    expect(asLeader.body.waiting.map(({ system }) => system)).toEqual(['letters'])
    await one.to(2, '13:00')
    expect((await everywhere()).flatMap(({ waiting }) => waiting)).toEqual([])
  })

  it('that reaches a date is told to whoever keeps it before it passes, and moves nothing', async () => {
    const one = await raisedWithoutLetters(moment(2, '12:00'))
    const { id, dueOn, remindAt, person } = await one.task('triage')
    expect(Date.parse(remindAt ?? '')).toBeLessThan(Date.parse(moment(2, '12:00')))
    await one.to(2)
    expect((await shown(one)).processes.flatMap(({ waiting }) => waiting)).toMatchObject([
      { system: 'letters' },
    ])
    const { items } = await lookFromAllSides<{
      items: { body: { type: string; task?: string; told?: string[] } }[]
    }>(`/cases/${one.id}/events?limit=200`)
    const risk = items.find(({ body }) => body.type === 'taskAtRisk')?.body
    expect(risk).toMatchObject({ task: id })
    expect(risk?.told).toContain(person)
    expect((await one.task('triage')).dueOn).toBe(dueOn)
    await one.to(2, '13:00')
    const { letters } = await shown(one)
    expect(letters.filter(({ kind }) => kind === 'deadlineAtRisk').map(letter => letter.person)).toContain(
      person,
    )
  })
})

/** How many events the history of a process has, leaving out that time was played forward. */
async function eventsOf(workflowId: string): Promise<number> {
  const engine = await RawEngine.connect()
  const types = await engine.eventTypes({ namespace: 'children-and-youth-practice', workflowId })
  await engine.close()
  return types.filter(type => !/TIME_SKIPPING|OPTIONS_UPDATED/.test(type)).length
}
