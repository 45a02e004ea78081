import { describe, expect, it } from '@jest/globals'
import { deadlineOn, ProcessLog, somePeople } from '../testing/events.js'
import { wholeChain } from '../testing/whole-chain.js'
import { keyColumns } from '../tables/database.js'
import { project } from './project.js'

const concern = () =>
  new ProcessLog('concern-k7qm4d2x', { caseId: 'k7qm4d2x', administration: 'children-and-youth' })

describe('project', () => {
  it('gives the same changes for the same event', () => {
    for (const event of wholeChain('k7qm4d2x').batches.flat()) {
      expect(project(structuredClone(event))).toEqual(project(event))
    }
  })

  it('names the whole primary key of every row it changes', () => {
    for (const change of wholeChain('k7qm4d2x').batches.flat().flatMap(project)) {
      expect(Object.keys(change.key)).toEqual(expect.arrayContaining([...keyColumns[change.table]]))
    }
  })

  it('makes the child pseudonymous at the first counselling only', () => {
    const log = concern()
    const [first, second] = [1, 2].map(n =>
      project(log.event(n, { type: 'stepEntered', step: 'counselling', n })).map(change => change.table),
    )
    expect(first).toEqual(['processes', 'cases'])
    expect(second).toEqual(['processes'])
  })

  it('takes a task that was late back into time when its deadline moves past today', () => {
    const task = 'concern-k7qm4d2x.1'
    const moved = (to: number) =>
      project(concern().event(10, { type: 'deadlineMoved', task, deadline: deadlineOn(0, to), why: 'pause' }))
    expect(moved(20)[0]?.set).toMatchObject({ overdue: false })
    expect(moved(20)[1]?.set).toMatchObject({ passed_at: null })
    expect(moved(9)[0]?.set).not.toHaveProperty('overdue')
    expect(moved(9)[1]?.set).not.toHaveProperty('passed_at')
  })

  it('keeps a conflict of interest when the case is re-opened', () => {
    const [started] = project(
      concern().event(9, { type: 'processStarted', kind: 'concern', unit: 'early-help', people: somePeople }),
    )
    expect(started?.set).toMatchObject({ status: 'open', ended_at: null, outcome: null })
    expect(started?.set).not.toHaveProperty('hidden_from')
  })

  it('leaves nobody responsible when the case is closed', () => {
    const changes = project(
      concern().event(9, { type: 'caseClosed', code: 'adviceEnough', caseAvoided: 'unknown' }, 'sw-anna'),
    )
    expect(changes).toEqual([
      expect.objectContaining({ table: 'cases', key: { id: 'k7qm4d2x', process: 'concern-k7qm4d2x' } }),
      expect.objectContaining({
        table: 'responsibilities',
        set: expect.objectContaining({ unit: null, basis: 'closed' }),
      }),
    ])
  })

  it('changes only the own side of an offer', () => {
    const { batches, offer } = wholeChain('k7qm4d2x')
    const accepted = batches.flat().filter(event => event.body.type === 'offerAccepted')
    expect(accepted.flatMap(project).map(change => change.key)).toEqual([
      { offer, administration: 'children-and-youth' },
      { offer, administration: 'social-services' },
    ])
  })
})
