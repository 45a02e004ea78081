import { beforeAll, describe, expect, it } from '@jest/globals'
import { consentAsked, offered, takenOn } from './support/courses.js'
import { call } from './support/http.js'
import { people } from './support/matrix.js'
import { wholeList } from './support/whole-list.js'

type Row = { readonly id: string } & Readonly<Record<string, unknown>>

/** Cases in every state that decides who sees them. */
let cases: readonly string[]

beforeAll(async () => {
  const plain = await takenOn()
  const known = await takenOn()
  await known.post('conflict', 'sw-anna')
  const restricted = await takenOn()
  await restricted.post('restriction', 'tl-eva', { people: ['sw-dina'], why: 'Kendt familie.' })
  const asked = await consentAsked()
  const { offered: one } = await offered()
  const { offered: other, offer } = await offered()
  await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification' })
  cases = [plain, known, restricted, asked, one, other].map(({ id }) => id)
})

/** Of the tasks on somebody's worklist: how many they can open, and which they cannot. */
async function openAndShut(as: string): Promise<{ open: number; shut: string[] }> {
  const rows = await wholeList<Row>('/worklist', as)
  const tasks = rows.map(({ id }) => id).filter(id => cases.some(one => id.includes(one)))
  const answers = await Promise.all(
    tasks.map(async id => ({ id, status: (await call('GET', `/tasks/${id}`, as)).status })),
  )
  const shut = answers.filter(({ status }) => status !== 200).map(({ id }) => `${as} ${id}`)
  return { open: answers.length - shut.length, shut }
}

describe('what a list holds', () => {
  it.each(people)('%s: is what they may open, and no case of the list is shut', async as => {
    const listed = (await wholeList<Row>('/cases', as)).map(({ id }) => id).filter(id => cases.includes(id))
    const open = await Promise.all(
      cases.map(async id => ((await call('GET', `/cases/${id}`, as)).status === 200 ? [id] : [])),
    )
    const shut = listed.filter(id => !open.flat().includes(id))
    expect(shut).toEqual([])
  })

  it.each(people)('%s: is found by what it shows alone', async as => {
    const known = (await wholeList<Row>('/cases', as)).filter(({ id }) => cases.includes(id))
    for (const [name, field, values] of [
      ['institution', 'institution', ['101001']],
      ['mainCategory', 'mainCategory', ['structure']],
      ['status', 'status', ['open']],
      ['degree', 'degree', ['A0', 'A1', 'A2']],
      ['unit', 'responsibleUnit', ['early-help', 'family-group']],
    ] as const)
      for (const value of values) {
        const listed = await wholeList<Row>(`/cases?${name}=${value}`, as)
        const found = listed.flatMap(({ id }) => (cases.includes(id) ? [id] : []))
        const shown = known.flatMap(row => (row[field] === value ? [row.id] : []))
        expect({ name, value, found: found.sort() }).toEqual({ name, value, found: shown.sort() })
      }
  })

  it('on the worklist is tasks that can be opened, for everybody who has some', async () => {
    const found = await Promise.all(people.map(as => openAndShut(as)))
    expect(found.flatMap(({ shut }) => shut)).toEqual([])
    const withTasks = people.filter((_, i) => (found[i]?.open ?? 0) > 0)
    expect(withTasks).toEqual(expect.arrayContaining(['sw-anna', 'tl-eva', 'fg-gitte']))
  })

  it('is every case that somebody has: nothing of one’s own is missing', async () => {
    const [plain = '', known = '', restricted = '', asked = ''] = cases
    const listed = (await wholeList<Row>('/cases', 'sw-anna')).map(({ id }) => id)
    expect(listed).toEqual(expect.arrayContaining([plain, restricted, asked]))
    expect(listed).not.toContain(known)
  })
})
