import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { offered, takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { Planting } from '../support/planting.js'
import { day } from '../support/practice-case.js'
import { expectOk, RealCase } from '../support/real-case.js'
import { PracticeAccess } from '../support/rights.js'

/** Goes through every text that is on the table, and says what came of it. */
async function goThrough(access: PracticeAccess, as: string, n: 1 | 2 = 1): Promise<number> {
  const kind = n === 1 ? 'redactText' : 'redactTextInFamilyGroup'
  const process = access.process(n)
  for (let gone = 0; ; gone++) {
    const { tasks } = await process.show()
    const next = tasks.find(task => task.kind === kind)
    if (next === undefined) return gone
    await process.answer(kind, as, { decision: 'show' }, next.about ?? undefined)
  }
}

const letters = async (access: PracticeAccess, n: 1 | 2 = 1) =>
  (await access.process(n).show()).letters.map(({ kind, to }) => `${kind} ${to}`)

describe('a mother who asks what is written about her child', () => {
  it('gets each administration’s answer from its own people, who do not see the other’s texts', async () => {
    const { offered: child } = await offered()
    const access = await PracticeAccess.begin('sw-anna', [child.id], { request: 'Alt om mit barn.' })
    expect(access.processes).toEqual([1, 2].map(n => `accessRequest-${access.code}-${n}`))
    await access.process().answer('verifyRequester', 'sw-anna', { proof: 'mitId' })
    await access.process(2).answer('verifyRequesterInFamilyGroup', 'fg-gitte', { proof: 'mitId' })

    const mine = await access.show('sw-anna')
    const [here, there] = mine.parts
    expect(here?.items.length).toBeGreaterThan(3)
    expect(there?.items).toEqual([])
    const theirs = await access.show('fg-gitte')
    expect(theirs.parts[0]?.items).toEqual([])
    // The referral as it was sent is on both files; nothing else is.
    const received = theirs.parts[1]?.items.filter(({ kind }) => kind === 'offerReceived')
    const shared = Object.keys(theirs.texts).filter(ref => ref in mine.texts)
    expect(shared).toEqual(received?.map(({ item }) => item))

    const [first, second] = here?.items ?? []
    const leftOut = [first?.item ?? '']
    await access.process().answer('collectAccess', 'sw-anna', { leftOut })
    expect((await access.part('sw-anna')).items.filter(item => item.leftOut)).toHaveLength(1)
    const redacted = {
      decision: 'redact',
      grounds: ['otherParent'],
      shown: 'Barnet trives bedre om morgenen.',
    }
    await access.process().answer('redactText', 'sw-anna', redacted, second?.item)
    await goThrough(access, 'sw-anna')
    await access.process().answer('checkOtherParent', 'sw-anna', { found: 'removed' })
    await access.process().answer('releaseAccess', 'tl-eva', { decision: 'send' })
    const answered = await access.part('sw-anna')
    expect(answered).toMatchObject({ outcome: 'sent', done: true })
    expect(answered.items.find(({ item }) => item === second?.item)?.decision).toBe('redact')
    expect(await letters(access)).toEqual(['accessReceipt mother', 'accessAnswer mother'])
    expect((await access.process().show()).tasks).toEqual([])
    expect(await access.part('sw-anna', 2)).toMatchObject({ done: false })
    await access.process().record('access-request-sent')
    await access.process(2).recordLedger('access-request-collecting')
  })

  it('is refused with a guide to complaints when nobody can tell that it is her', async () => {
    const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id])
    await access.process().answer('verifyRequester', 'sw-anna', { proof: 'notVerified' })
    expect(await access.part('sw-anna')).toMatchObject({ outcome: 'refused', refusal: 'identity' })
    expect(await letters(access)).toEqual(['accessReceipt mother', 'accessRefused mother'])
    await access.process().record('access-request-refused')
  })

  it('is told why it takes longer before the month has passed, and has the answer within three', async () => {
    const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id])
    expect(await access.process().due()).toContain('subjectAccessClock@2027-02-11')
    await access.process().to(20)
    await access.process().answer('subjectAccessClock', 'tl-eva', { why: 'Der er mange tekster.' })
    expect(await access.part('sw-anna')).toMatchObject({
      extendedUntil: '2027-04-11',
      extensionInTime: true,
    })
    expect(await letters(access)).toContain('accessExtended mother')
    expect(await access.process().due()).toContain('extendedAccessClock@2027-04-11')
    await access.process().recordLedger('access-request-extended')
  })

  it('has leaders told when the month passes, and a late reason is shown as late', async () => {
    const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id])
    await access.process().to(40)
    const { overdue, told } = await access.process().task('subjectAccessClock')
    expect([overdue, told]).toEqual([true, ['tl-eva', 'ml-finn']])
    await access.process().answer('subjectAccessClock', 'tl-eva', { why: 'Det blev overset.' })
    expect(await access.part('sw-anna')).toMatchObject({ extensionInTime: false })
  })

  it('cannot have it paused away: the clock of the law runs on', async () => {
    const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id])
    const before = await access.process().due()
    await access.process().post('pause', 'tl-eva', { reason: 'holiday' })
    await access.process().to(5)
    await access.process().post('resume', 'tl-eva')
    expect(await access.process().due()).toEqual(before)
  })
})

describe('a party who asks for the file', () => {
  it('is answered within seven working days, or told a date, as often as it has to be told', async () => {
    const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id], { kind: 'fileAccess' })
    expect(await access.process().due()).toContain('fileAccessClock@2027-01-20')
    for (const expectedOn of [day(14), day(21)]) {
      await access.process().answer('fileAccessClock', 'tl-eva', { expectedOn, why: 'Sygdom.' })
      expect(await access.part('sw-anna')).toMatchObject({ extendedUntil: expectedOn })
      expect(await access.process().due()).toContain(`fileAccessClock@${expectedOn}`)
    }
  })

  it('is counted from the day the request came in, not from when it was written down', async () => {
    const of = { kind: 'fileAccess', receivedAt: '2027-01-08T09:00:00.000Z' }
    const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id], of)
    expect(await access.process().due()).toContain('fileAccessClock@2027-01-19')
  })
})

describe('a leader who releases an answer', () => {
  it('sends single texts back, and only those are gone through again', async () => {
    const child = await takenOn()
    await child.post('notes', 'sw-anna', { text: 'Far ringede.' })
    const access = await PracticeAccess.begin('sw-anna', [child.id])
    const process = access.process()
    await process.answer('verifyRequester', 'sw-anna', { proof: 'inPerson' })
    await process.answer('collectAccess', 'sw-anna', {})
    expect(await goThrough(access, 'sw-anna')).toBeGreaterThan(1)
    await process.answer('checkOtherParent', 'sw-anna', { found: 'nothing' })
    const again = [(await access.part('sw-anna')).items[0]?.item ?? '']
    await process.answer('releaseAccess', 'tl-eva', { decision: 'back', again, why: 'Far nævnes.' })
    await process.answer('collectAccess', 'sw-anna', {})
    expect(await goThrough(access, 'sw-anna')).toBe(1)
    await process.answer('checkOtherParent', 'sw-anna', { found: 'removed' })
    const refuse = { decision: 'refuse', refusal: 'childInterest', why: 'Hensynet til barnet.' }
    await process.answer('releaseAccess', 'tl-eva', refuse)
    expect(await access.part('sw-anna')).toMatchObject({ outcome: 'refused', refusal: 'childInterest' })
  })

  it('is told which text is none of the request’s', async () => {
    const access = await PracticeAccess.begin('sw-anna', [(await takenOn()).id])
    await access.process().answer('verifyRequester', 'sw-anna', { proof: 'inPerson' })
    const { id } = await access.process().task('collectAccess')
    const answer = await call('POST', `/tasks/${id}/complete`, 'sw-anna', { leftOut: ['v_nothing'] })
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'text-not-listed', errors: [{ field: 'leftOut.0' }] },
    })
  })
})

describe('a request that cannot be', () => {
  it.each([
    ['about a case that is not there', { cases: ['00000000'] }, 404, 'case-unknown'],
    ['from the future', { receivedAt: '2027-06-01T09:00:00.000Z' }, 400, 'input-invalid'],
    ['by nobody', { requester: 'neighbour' }, 400, 'input-invalid'],
  ])('%s is refused with the reason', async (_, body, status, code) => {
    const { id } = await takenOn()
    expect(await PracticeAccess.ask('sw-anna', [id], body)).toMatchObject({ status, body: { code } })
  })
})

describe('an answer that no system can bring', () => {
  it('is none until somebody has handed it over: the clock of the law runs on', async () => {
    const one = await RealCase.raise(new Planting(), {})
    const asked = { kind: 'subjectAccess', requester: 'mother', cases: [one.id] }
    const begun = await expectOk(call('POST', '/access-requests', 'sw-anna', asked))
    const process = `/processes/accessRequest-${String(begun.body['code'])}-1`
    const open = async () =>
      (await call<{ tasks: { id: string; kind: string; about: string | null }[] }>('GET', process, 'tl-eva'))
        .body.tasks
    const answer = async (kind: string, form: object, about?: string) => {
      const found = (await open()).find(task => task.kind === kind && (about ?? task.about) === task.about)
      await expectOk(call('POST', `/tasks/${found?.id ?? 'none'}/complete`, 'sw-anna', form))
    }
    const kinds = async () => (await open()).map(({ kind }) => kind).sort()
    const handedOver = { outcome: 'handedOver', deliveredOn: today(), how: 'inPerson' }
    await answer('verifyRequester', { proof: 'notVerified' })
    await until(async () => (await kinds()).length === 3)
    expect(await kinds()).toEqual(['deliverLetter', 'deliverLetter', 'subjectAccessClock'])
    await answer('deliverLetter', handedOver, 'Kvittering for anmodning om indsigt: Mor')
    expect(await kinds()).toEqual(['deliverLetter', 'subjectAccessClock'])
    await answer('deliverLetter', handedOver, 'Afslag på anmodning om indsigt, med klagevejledning: Mor')
    expect(await kinds()).toEqual([])
  }, 30_000)
})

const today = () => new Date().toISOString().slice(0, 10)

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 50; left > 0 && !(await holds()); left--) await sleep(100)
}
