import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { takenOn } from '../support/courses.js'
import { practiceList, years } from '../support/erasure.js'
import { call } from '../support/http.js'

interface Item {
  readonly case: string
  readonly rule: string
  readonly decision: string | null
}

const itemsOf = async (process: string): Promise<Item[]> =>
  (await call<{ items: Item[] }>('GET', `/retention-lists/${process}`, 'tl-eva')).body.items

/** A case that ended with advice on day 0. */
async function ended(): Promise<string> {
  const child = await takenOn()
  await child.post('close', 'tl-eva', { code: 'adviceEnough' })
  await child.to(1)
  return child.id
}

async function isGone(caseId: string): Promise<boolean> {
  for (let left = 300; left > 0; left--) {
    if ((await call('GET', `/cases/${caseId}`, 'tl-eva')).status === 404) return true
    await sleep(200)
  }
  return false
}

describe('cases that have been kept as long as their rule says', () => {
  it('are listed for a leader: erased after a second look, kept until a day, or handed to the archive', async () => {
    const [one, keep, archive] = [await ended(), await ended(), await ended()]
    const early = await practiceList(years(0))
    expect((await itemsOf(early.id)).map(item => item.case)).not.toContain(one)

    const list = await practiceList(years(4))
    const listed = await itemsOf(list.id)
    expect(listed.map(item => item.case)).toEqual(expect.arrayContaining([one, keep, archive]))
    const others = listed.map(item => item.case).filter(id => ![one, keep].includes(id))
    const later = { decision: 'keep', reason: 'complaint', nextOn: '2035-01-01' }
    await list.answer('decideRetention', 'tl-eva', {
      others: 'archive',
      named: [
        { case: one, decision: 'erase' },
        { case: keep, ...later },
      ],
    })
    const { id } = await list.task('approveRetention')
    await list.recordLedger('retention-approving')
    expect(await call('POST', `/tasks/${id}/complete`, 'tl-eva', { decision: 'approve' })).toMatchObject({
      body: { code: 'four-eyes' },
    })
    await list.answer('approveRetention', 'ml-finn', { decision: 'approve' })
    expect(await isGone(one)).toBe(true)
    expect((await call('GET', `/cases/${keep}`, 'tl-eva')).status).toBe(200)
    const after = await itemsOf(list.id)
    expect(after.map(item => item.case)).not.toContain(one)
    expect(after.filter(item => item.decision === 'archive').map(item => item.case)).toEqual(
      expect.arrayContaining(others),
    )
    await list.record('retention-erased')

    const next = (await itemsOf((await practiceList(years(5))).id)).map(item => item.case)
    expect(next.filter(item => [one, keep, archive].includes(item))).toEqual([])
  })
})
