import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { EventBody } from '@brobygger/domain/events'
import type { Db } from '../connection/connect.js'
import { record } from '../record/record.js'
import { workerRole } from '../setup/roles.js'
import { ProcessLog, raisedCase } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import {
  absencePosition,
  absenceTold,
  absenceToTell,
  forgetAbsence,
  forgetAbsenceOf,
  takeAbsence,
  type KeptAbsence,
} from './absence.js'

const administration = 'children-and-youth'
let server: TestServer
let db: Db
let position = 0

beforeAll(async () => {
  server = await startServer()
  db = server.as(workerRole(administration)).db
})
afterAll(() => server.stop())

/** A running case with some events of its consent process. */
async function running(caseId: string, ...ofConsent: EventBody[]): Promise<void> {
  await record(db, { events: raisedCase({ caseId }).events, ledger: null })
  const log = new ProcessLog(`consent-${caseId}-1`, { caseId, administration })
  for (const body of ofConsent) await record(db, { events: [log.event(1, body)], ledger: null })
}

const asked = (consent: string, to: 'early-help' | 'family-group'): EventBody => ({
  type: 'consentRequested',
  consent,
  purpose: 'cooperation',
  from: 'institution',
  to,
  kinds: ['schoolAndAbsence', 'wellbeing'],
  givers: [{ giver: 'mother', custody: 'sole' }],
  textVersion: '2027-1',
  language: 'da',
  interpreter: false,
  reviewOn: null,
})
const decided = (
  consent: string,
  status: 'given' | 'partial' | 'withdrawn',
  kinds: ('schoolAndAbsence' | 'wellbeing')[] = ['schoolAndAbsence'],
): EventBody => ({ type: 'consentDecided', consent, status, kinds })
const duty: EventBody = {
  type: 'basisStated',
  basis: 'b-1',
  kind: 'duty',
  units: ['family-group'],
  heldOn: null,
  followUp: false,
  text: 'v_why',
}

/** The feed brings lines about the child of a case. */
async function take(caseId: string, ...lines: Partial<KeptAbsence>[]): Promise<void> {
  const from = position
  const kept = lines.map((line): KeptAbsence => {
    position += 1
    const usual = { line: 'l-1', version: 1, on: '2027-01-11', kind: 'unlawful', part: 'day' } as const
    return { caseId, person: 'p_child', ...usual, position, ...line }
  })
  const seen = kept.map(({ on }) => ({ institution: '101010', on }))
  await takeAbsence(db, { administration, from, to: position, seen, kept })
}

const toTell = async (caseId: string) =>
  (await absenceToTell(db, administration)).filter(one => one.caseId === caseId)
const notedOf = async (caseId: string) => (await toTell(caseId)).flatMap(({ noted }) => noted)

describe('a line of the schools’ feed', () => {
  it('comes in once: a correction replaces it, whatever order the two come in, also on one page', async () => {
    await running(
      'absent01',
      asked('consent-absent01-1', 'early-help'),
      decided('consent-absent01-1', 'given'),
    )
    await take('absent01', { version: 1 }, { version: 3, kind: 'sick' }, { version: 2, kind: 'permitted' })
    await take('absent01', { version: 1 }, { version: 2 }, { version: 3, kind: 'unlawful' })
    expect(await notedOf('absent01')).toEqual([{ on: '2027-01-11', kind: 'sick', part: 'day' }])
    await take('absent01', { version: 4, kind: null })
    expect(await notedOf('absent01')).toEqual([{ on: '2027-01-11', kind: null, part: 'day' }])
  })

  it('comes in with its page once, however often the page is taken in', async () => {
    await running('absent02', duty)
    const page = {
      administration,
      from: position,
      to: position + 1,
      seen: [{ institution: '102020', on: '2027-01-12' }],
      kept: [
        {
          caseId: 'absent02',
          person: 'p_child',
          line: 'l-9',
          version: 1,
          on: '2027-01-12',
          kind: 'sick',
          part: 'lastLesson',
          position: position + 1,
        },
      ],
    } as const
    for (let time = 0; time < 3; time++) await takeAbsence(db, page)
    position += 1
    expect(await absencePosition(db, administration)).toBe(position)
    const seen = await db
      .selectFrom('absence_seen')
      .select('lines')
      .where('institution', '=', '102020')
      .execute()
    expect(seen).toEqual([{ lines: 1 }])
    expect(await notedOf('absent02')).toHaveLength(1)
  })

  it.each<[why: string, caseId: string, known: boolean, events: EventBody[]]>([
    ['on the duty to notify', 'basis001', true, [duty]],
    [
      'not when the review took the duty away',
      'basis002',
      false,
      [duty, { type: 'basisReviewed', basis: 'b-1', upheld: false }],
    ],
    ['not without any basis', 'basis003', false, []],
    [
      'not on a consent to another unit',
      'basis004',
      false,
      [asked('c-4', 'family-group'), decided('c-4', 'given')],
    ],
    [
      'not on a consent that covers other kinds only',
      'basis005',
      false,
      [asked('c-5', 'early-help'), decided('c-5', 'partial', ['wellbeing'])],
    ],
    [
      'not on a consent that carries nothing more',
      'basis006',
      false,
      [
        asked('c-6', 'early-help'),
        decided('c-6', 'given'),
        { type: 'consentFlagged', consent: 'c-6', why: 'custodyChanged' },
      ],
    ],
    [
      'not on a consent that was taken back',
      'basis007',
      false,
      [asked('c-7', 'early-help'), decided('c-7', 'given'), decided('c-7', 'withdrawn', [])],
    ],
  ])('is kept %s', async (_, caseId, known, events) => {
    await running(
      caseId,
      ...events.map(event => ('basis' in event ? { ...event, basis: `b-${caseId}` } : event) as EventBody),
    )
    await take(caseId, {})
    expect(await notedOf(caseId)).toHaveLength(known ? 1 : 0)
    const rows = await db.selectFrom('absence_lines').select('line').where('case_id', '=', caseId).execute()
    expect(rows).toHaveLength(known ? 1 : 0)
  })

  it('is told to each process once, and again when something newer is there', async () => {
    await running('absent03', asked('c-03', 'early-help'), decided('c-03', 'given'))
    await take('absent03', {})
    const [first] = await toTell('absent03')
    expect(first).toMatchObject({ process: 'concern-absent03', person: 'p_child', told: null })
    const quarters = [
      {
        quarter: '2027-Q1',
        from: '2027-01-11',
        to: '2027-01-11',
        sick: 0,
        permitted: 0,
        unlawful: 1,
        schoolDays: 60,
        threshold: 'none' as const,
      },
    ]
    const told = [{ process: 'concern-absent03', caseId: 'absent03', position, quarters }]
    for (let time = 0; time < 2; time++) await absenceTold(db, { administration, told })
    expect(await toTell('absent03')).toEqual([])
    await take('absent03', { line: 'l-2', on: '2027-01-12' })
    expect(await toTell('absent03')).toMatchObject([{ told: quarters, position }])
  })

  it('is forgotten when its quarters are past, and when the case may not know it any more', async () => {
    await running('absent04', asked('c-04', 'early-help'), decided('c-04', 'given'))
    await take('absent04', {}, { line: 'l-2', on: '2027-04-12' })
    await forgetAbsence(db, { administration, before: '2027-04-01' })
    expect((await notedOf('absent04')).map(({ on }) => on)).toEqual(['2027-04-12'])
    const log = new ProcessLog('consent-absent04-2', { caseId: 'absent04', administration })
    await record(db, { events: [log.event(2, decided('c-04', 'withdrawn', []))], ledger: null })
    await forgetAbsence(db, { administration, before: '2027-04-01' })
    const left = await db.selectFrom('absence_lines').selectAll().where('case_id', '=', 'absent04').execute()
    expect(left).toEqual([])
  })

  it('goes with its case when that is erased, and no other case loses anything', async () => {
    for (const caseId of ['absent05', 'absent06']) {
      await running(caseId, asked(`c-${caseId}`, 'early-help'), decided(`c-${caseId}`, 'given'))
      await take(caseId, {})
      const told = [{ process: `concern-${caseId}`, caseId, position: 1, quarters: [] }]
      await absenceTold(db, { administration, told })
    }
    for (let time = 0; time < 2; time++) await forgetAbsenceOf(db, { administration, caseId: 'absent05' })
    for (const table of ['absence_lines', 'absence_told'] as const) {
      const rows = await db
        .selectFrom(table)
        .select('case_id')
        .where('case_id', 'in', ['absent05', 'absent06'])
        .execute()
      expect(rows).toEqual([{ case_id: 'absent06' }])
    }
  })
})
