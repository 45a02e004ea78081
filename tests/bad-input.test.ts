import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { call, type Answer } from './support/http.js'
import { plainConcern as concern } from './support/forms.js'
import { operations, pathOf, type Operation } from './support/openapi.js'
import { noDuty, oralYes, PracticeCase, day, type ShownTask } from './support/practice-case.js'

/** A word that no answer may repeat: whatever is sent can be somebody's name. */
const echo = 'zqekko'

/** A number like a CPR number; it fails modulus 11, so it is nobody's. */
const nobodysNumber = '010101-0000'

/** Codes that the API's own list of problems has. */
let known: Set<string>

/** A problem says what is wrong by a stable code, and repeats nothing of what was sent. */
function expectProblem(answer: Answer, status: number | null, code?: string): void {
  const said = JSON.stringify(answer.body)
  expect({ said, status: answer.status }).toEqual({ said, status: status ?? expect.any(Number) })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(answer.body).toMatchObject({
    status: answer.status,
    type: `/api/problems/${String(answer.body['code'])}`,
  })
  expect(known).toContain(answer.body['code'])
  if (code !== undefined) expect(answer.body['code']).toBe(code)
  expect(said).not.toContain(echo)
  expect(said).not.toContain(nobodysNumber)
}

beforeAll(async () => {
  const { body } = await call<{ items: { code: string }[] }>('GET', '/problems', null)
  known = new Set(body.items.map(({ code }) => code))
  expect(known.size).toBeGreaterThan(20)
})

describe('a concern', () => {
  const raise = (body: unknown, headers?: Record<string, string>) =>
    call('POST', '/concerns', 'r-101001', body, headers)

  it.each<[string, unknown, string]>([
    ['a code that is not on its list', { ...concern, mainCategory: echo }, 'mainCategory'],
    ['a missing field', { ...concern, institution: undefined }, 'institution'],
    ['a number where a text belongs', { ...concern, seen: 7 }, 'seen'],
    ['a text where yes or no belongs', { ...concern, acute: echo }, 'acute'],
    ['a CPR number in a text', { ...concern, seen: `Barnet ${nobodysNumber}` }, 'seen'],
    ['a text without end', { ...concern, seen: `${echo}${'x'.repeat(4001)}` }, 'seen'],
    ['an empty text', { ...concern, seen: '   ' }, 'seen'],
    ['no text at all', { ...concern, seen: undefined }, 'seen'],
    ['no reason why the parents do not know', { ...concern, parentsInformed: 'none' }, 'parentsInformedWhy'],
    ['an institution number of another form', { ...concern, institution: `1;${echo}` }, 'institution'],
    ['too many categories', { ...concern, otherCategories: Array(10).fill('other') }, 'otherCategories'],
    ['a language with a space', { ...concern, interpreterLanguage: 'a b' }, 'interpreterLanguage'],
    ['a practice case that begins at no time', { ...concern, practice: { startsAt: echo } }, 'practice'],
  ])('is refused for %s', async (_what, body, field) => {
    const answer = await raise(body)
    expectProblem(answer, 400, 'input-invalid')
    const { errors } = answer.body as { errors: { field: string; code: string; message: string }[] }
    expect(errors.map(error => error.field.split('.')[0])).toContain(field)
  })

  it('tells a CPR number from other mistakes by its code', async () => {
    const answer = await raise({ ...concern, heard: `nr. ${nobodysNumber}` })
    expect(answer.body).toMatchObject({ errors: [{ field: 'heard', code: 'cpr-in-text' }] })
  })

  it('is refused for an institution that does not exist', async () => {
    expectProblem(await raise({ ...concern, institution: '999999' }), 400, 'institution-unknown')
  })

  it.each<[string, string, Record<string, string>, number, string]>([
    ['half a JSON', `{"seen": "${echo}`, {}, 400, 'request-malformed'],
    ['a list', '[]', {}, 400, 'input-invalid'],
    ['null', 'null', {}, 400, 'request-malformed'],
    [
      'a form',
      `seen=${echo}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'media-type-unsupported',
    ],
    ['XML', `<seen>${echo}</seen>`, { 'content-type': 'text/xml' }, 415, 'media-type-unsupported'],
    [
      'another character set',
      '{}',
      { 'content-type': 'application/json; charset=latin1' },
      415,
      'media-type-unsupported',
    ],
    ['a body beyond all measure', `{"seen": "${'x'.repeat(4_000_000)}"}`, {}, 413, 'body-too-large'],
  ])('is refused as %s', async (_what, body, headers, status, code) => {
    expectProblem(await raise(body, headers), status, code)
  })

  it.each([
    ['a space', 'a b'],
    ['too much', 'k'.repeat(101)],
  ])('is refused under a key with %s', async (_what, key) => {
    const answer = await raise(concern, { 'idempotency-key': key })
    expectProblem(answer, 400, 'input-invalid')
    expect(answer.body).toMatchObject({ errors: [{ field: 'Idempotency-Key' }] })
  })

  it('is the same one under the same key, and refused there with another body', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const first = await raise(concern, headers)
    const again = await raise(concern, headers)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expectProblem(await raise({ ...concern, severity: 'more' }, headers), 422, 'idempotency-key-reused')
  })
})

describe('somebody who', () => {
  it.each<[string, string | null, string]>([
    ['does not say who they are', null, 'person-missing'],
    ['says nothing', '', 'person-missing'],
    ['is not on the staff list', echo, 'person-unknown'],
    ['is called as a method of objects', 'constructor', 'person-unknown'],
  ])('%s is not let in', async (_who, as, code) => {
    expectProblem(await call('GET', '/worklist', as), 401, code)
  })
})

describe('an address', () => {
  it.each([
    '/nothing-here',
    `/cases/${'k'.repeat(3000)}`,
    '/cases/%00',
    '/cases/%E0%A4%A',
    '/cases/..%2f..%2fetc',
    "/cases/'or''='",
  ])('%s leads nowhere', async path => {
    expectProblem(await call('GET', path, 'sw-anna'), null)
  })

  it('that takes another method says which', async () => {
    const answer = await call('PUT', '/concerns', 'sw-anna', {})
    expectProblem(answer, 405, 'method-not-allowed')
    expect(answer.headers.get('allow')).toBe('POST')
  })

  it.each([
    '/cases?limit=0',
    '/cases?limit=ti',
    `/cases?status=${echo}`,
    `/cases?${echo}=1`,
    `/cases?cursor=${echo}`,
    '/cases?cursor=W10',
    '/worklist?view=alle',
    '/cases?limit=1&limit=2',
  ])('%s asks for what there is not', async path => {
    expectProblem(await call('GET', path, 'sw-anna'), 400, 'input-invalid')
  })
})

describe('a case that is not in the right state', () => {
  let one: PracticeCase
  let triage: ShownTask

  beforeAll(async () => {
    one = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'structure',
    })
    triage = await one.task('triage')
  })

  const complete = (task: string, form: unknown, headers?: Record<string, string>) =>
    call('POST', `/tasks/${task}/complete`, 'sw-anna', form, headers)
  const takenOn = { outcome: 'takenOn', why: 'Vi mødes.' }

  it('takes no answer of another form', async () => {
    for (const form of [
      {},
      { outcome: echo, why: echo },
      { outcome: 'otherOffer', why: 'x' },
      [],
      { ...takenOn, why: nobodysNumber },
    ])
      expectProblem(await complete(triage.id, form), 400, 'input-invalid')
  })

  it('takes no answer to a task it does not have', async () => {
    expectProblem(await complete(`concern-${one.id}.999`, takenOn), 404, 'task-not-found')
    expectProblem(await complete('concern-zzzzzzzzzz.1', takenOn), 404)
    expectProblem(await complete(`${echo}.1`, takenOn), 400, 'input-invalid')
  })

  it('takes no date of another century, which a slip of the finger makes', async () => {
    const practice = { startsAt: '0207-01-14T10:00:00Z' }
    const answer = await call('POST', '/concerns', 'r-101001', { ...concern, practice })
    expectProblem(answer, 400, 'input-invalid')
    for (const until of ['0252-05-15', '2844-11-27', '2090-01-01']) {
      const far = await call('POST', `/practice/${one.id}/fast-forward`, 'tl-eva', { until })
      expectProblem(far, 400, 'input-invalid')
    }
  })

  it('gives no task to somebody who is not there', async () => {
    expectProblem(
      await call('POST', `/tasks/${triage.id}/assign`, 'tl-eva', { to: 'sw-ingen' }),
      422,
      'staff-unknown',
    )
    expectProblem(
      await call('POST', `/tasks/${triage.id}/assign`, 'tl-eva', { to: `${echo} ${echo}` }),
      400,
      'input-invalid',
    )
  })

  it('keeps no draft that is no form, and none without end', async () => {
    expectProblem(await call('PUT', `/tasks/${triage.id}/draft`, 'sw-anna', []), 400, 'input-invalid')
    expectProblem(
      await call('PUT', `/tasks/${triage.id}/draft`, 'sw-anna', { why: `${echo}${'x'.repeat(300_000)}` }),
      400,
      'input-invalid',
    )
  })

  it('is not handed over without a consent, or by somebody who has it not', async () => {
    expectProblem(await one.post('hand-over', 'sw-anna', { unit: 'family-group' }), 409, 'consent-missing')
    expectProblem(
      await one.post('hand-over', 'sw-bo', { to: 'sw-dina', reason: 'illness' }),
      403,
      'access-denied',
    )
    expectProblem(
      await one.post('hand-over', 'sw-anna', { to: 'sw-ingen', reason: 'illness' }),
      422,
      'staff-unknown',
    )
    expectProblem(await one.post('hand-over', 'sw-anna', { unit: echo }), 400, 'input-invalid')
    expectProblem(await one.post('conflict', 'sw-bo'), 403, 'access-denied')
    const of = { from: 'sw-bo', to: 'sw-dina', reason: 'illness' }
    expectProblem(await one.post('hand-over', 'tl-eva', of), 403, 'not-the-holder')
  })

  it('is not resumed when it runs, nor paused twice', async () => {
    expectProblem(await one.post('resume', 'sw-anna'), 409, 'not-paused')
    expect((await one.post('pause', 'sw-anna', { reason: 'hospital' })).status).toBe(200)
    expectProblem(await one.post('pause', 'sw-anna', { reason: 'hospital' }), 409, 'already-paused')
    expect((await one.post('resume', 'sw-anna')).status).toBe(200)
  })

  it('takes a key for one command only', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const note = (text: string) => call('POST', `/cases/${one.id}/notes`, 'sw-anna', { text }, headers)
    expect((await note('Første.')).status).toBe(201)
    expectProblem(await note('Anden.'), 422, 'idempotency-key-reused')
    expectProblem(await complete(triage.id, takenOn, headers), 422, 'idempotency-key-reused')
  })

  it('corrects no entry that is not there, and none twice', async () => {
    const { body } = await one.post('notes', 'sw-anna', { text: 'Forkert.' })
    const correct = (entry: unknown) => one.post('corrections', 'sw-anna', { entry, text: 'Rigtigt.' })
    expect((await correct(body['entry'])).status).toBe(201)
    expectProblem(await correct(body['entry']), 409, 'already-corrected')
    expectProblem(await correct(`n_${'0'.repeat(26)}`), 404, 'entry-unknown')
    expectProblem(await correct(echo), 400, 'input-invalid')
  })

  it.each<[string, object]>([
    ['of a type that browsers run', { kind: 'other', mediaType: 'text/html', contentBase64: 'PGI+' }],
    ['that is not in base64', { kind: 'other', mediaType: 'text/plain', contentBase64: `${echo}!` }],
    ['that is another than it says', { kind: 'other', mediaType: 'image/png', contentBase64: 'YWFhYQ==' }],
    ['that is empty', { kind: 'other', mediaType: 'text/plain', contentBase64: '' }],
    ['of a kind that is not on the list', { kind: echo, mediaType: 'text/plain', contentBase64: 'YQ==' }],
    ['beyond 2 MB', { kind: 'other', mediaType: 'text/plain', contentBase64: 'YWFh'.repeat(710_000) }],
  ])('takes no document %s', async (_what, body) => {
    expectProblem(await one.post('documents', 'sw-anna', body), 400, 'input-invalid')
  })

  it('takes no answer twice', async () => {
    expect((await complete(triage.id, takenOn)).status).toBe(200)
    expectProblem(await complete(triage.id, takenOn), 409, 'task-not-open')
    expectProblem(await call('PUT', `/tasks/${triage.id}/draft`, 'sw-anna', {}), 409, 'task-not-open')
    expectProblem(await call('POST', `/deadlines/${triage.id}/recompute`, 'tl-eva'), 409, 'task-not-open')
  })

  it('takes no consent twice, nor from somebody who was not asked, nor beyond what was asked', async () => {
    await one.answer('session', 'sw-anna', {
      heldOn: day(0),
      present: ['mother'],
      dutyCheck: noDuty,
      end: 'consent',
    })
    const givers = [
      { giver: 'mother', custody: 'joint' },
      { giver: 'father', custody: 'joint' },
    ]
    const asking = await one.task('requestConsent')
    for (const deliveredOn of ['0207-01-14', '1927-01-14', '9999-12-31', '2027-02-30']) {
      expectProblem(
        await complete(asking.id, { kinds: ['health'], givers, deliveredOn }),
        400,
        'input-invalid',
      )
    }
    await one.answer('requestConsent', 'sw-anna', { kinds: ['health'], givers, deliveredOn: day(0) })
    const { id } = await one.consent()
    const give = (body: object) => call('POST', `/consents/${id}/give`, 'sw-anna', body)
    expectProblem(await give({ giver: 'guardian', form: 'paper' }), 422, 'giver-unknown')
    expectProblem(await give(oralYes('mother')), 422, 'health-needs-writing')
    expectProblem(
      await give({ giver: 'mother', form: 'paper', kinds: ['wellbeing'] }),
      422,
      'kind-not-asked-for',
    )
    expectProblem(await give({ giver: echo, form: 'paper' }), 400, 'input-invalid')
    expectProblem(
      await call('POST', `/consents/${id}/withdraw`, 'sw-anna', { giver: 'mother' }),
      409,
      'nothing-to-withdraw',
    )
    expect((await give({ giver: 'mother', form: 'paper' })).status).toBe(200)
    expectProblem(await give({ giver: 'mother', form: 'paper' }), 409, 'already-answered')
    expectProblem(
      await call('POST', `/consents/${id}/refuse`, 'sw-anna', { giver: 'mother' }),
      409,
      'already-answered',
    )
  })

  it('has no offer to accept, decline or revoke', async () => {
    const offer = `referral-${one.id}-1`
    const body = { screening: 'noClarification' }
    expectProblem(await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', body), 404, 'case-unknown')
    const no = { reason: 'targetGroup', alternative: 'Rådgivning.' }
    expectProblem(await call('POST', `/handovers/${offer}/decline`, 'fg-gitte', no), 404, 'case-unknown')
    expectProblem(await call('POST', `/handovers/${offer}/revoke`, 'sw-anna'), 409, 'offer-not-open')
    expectProblem(await call('GET', `/handovers/${offer}`, 'sw-anna'), 404, 'handover-unknown')
  })

  it('is not played back in time, and a real one not forward', async () => {
    const forward = (id: string, body: object) => call('POST', `/practice/${id}/fast-forward`, 'tl-eva', body)
    expectProblem(await forward(one.id, { until: '2026-01-01' }), 422, 'until-passed')
    expectProblem(await forward(one.id, { days: 0 }), 400, 'input-invalid')
    expectProblem(await forward(one.id, { until: echo }), 400, 'input-invalid')
    const { body } = await call('POST', '/concerns', 'r-101001', concern)
    expectProblem(await forward(String(body['caseId']), { days: 1 }), 409, 'not-a-practice-case')
  })

  it('is not re-opened while it is open, nor closed twice', async () => {
    expectProblem(await one.post('reopen', 'tl-eva'), 409, 'case-open')
    expect((await one.post('close', 'tl-eva', { code: 'other' })).status).toBe(200)
    const again = await one.post('close', 'tl-eva', { code: 'other' })
    expectProblem(again, 409)
    expect(['case-closed', 'process-ended']).toContain(again.body['code'])
    expectProblem(await one.post('pause', 'sw-anna', { reason: 'hospital' }), 409, 'case-closed')
    expectProblem(
      await call('POST', `/consents/consent-${one.id}-1/give`, 'sw-anna', { giver: 'father', form: 'paper' }),
      409,
    )
  })

  it('hides itself from whoever declared a conflict of interest', async () => {
    const other = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'structure',
    })
    expect((await other.post('conflict', 'sw-anna')).status).toBe(200)
    expectProblem(await call('GET', `/cases/${other.id}`, 'sw-anna'), 403, 'conflict-of-interest')
    expectProblem(
      await other.post('notes', 'sw-anna', { text: 'Lige en ting.' }),
      403,
      'conflict-of-interest',
    )
    expectProblem(
      await other.post('hand-over', 'tl-eva', { from: 'sw-bo', to: 'sw-anna', reason: 'illness' }),
      409,
      'staff-conflicted',
    )
  })
})

/** Values that no field expects. */
const garbage: readonly unknown[] = [
  null,
  7,
  true,
  echo,
  [],
  [echo],
  {},
  { [echo]: echo },
  { constructor: { prototype: echo }, toString: echo },
  JSON.parse('{"__proto__": {"admin": true}}'),
  Array(2000).fill({ a: [echo] }),
  JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`),
]

const oddIds = [echo, '%20', '%00', "1'--", '{}', 'null', '-1', '%F0%9F%98%80', 'concern-', 'k'.repeat(200)]

/** Every operation there is, so that none is forgotten. */
describe('every operation of the API', () => {
  let all: Operation[]

  beforeAll(async () => {
    all = operations((await call('GET', '/openapi.json', null)).body)
    expect(all.length).toBeGreaterThan(30)
  })

  /** For machines: open to all, and not about cases. */
  const forMachines = new Set(['isLive', 'isReady', 'getMetrics'])

  async function expectRefused(operation: Operation, path: string, body: unknown): Promise<void> {
    const answer = await call(
      operation.method,
      path,
      'tl-eva',
      body === undefined ? undefined : JSON.stringify(body),
    )
    // What an operation asks for may be just this; it may never fall over it.
    if (answer.status < 400) return
    expectProblem(answer, null)
  }

  it('survives any body, and says what is wrong with it', async () => {
    for (const operation of all.filter(({ takesBody }) => takesBody)) {
      for (const body of garbage) await expectRefused(operation, pathOf(operation), body)
    }
  })

  it('survives any id in its path', async () => {
    const withIds = all.filter(({ path }) => path.includes('{'))
    expect(withIds.length).toBeGreaterThan(15)
    for (const operation of withIds) {
      for (const id of oddIds)
        await expectRefused(operation, pathOf(operation, id), operation.takesBody ? {} : undefined)
    }
  })

  it('survives anything in its query', async () => {
    for (const operation of all.filter(({ method, id }) => method === 'GET' && !forMachines.has(id))) {
      for (const name of [...operation.query, echo]) {
        for (const value of [echo, '', '%00', '-1', '1e999', '%F0%9F%98%80', '[]'])
          await expectRefused(operation, `${pathOf(operation)}?${name}=${value}`, undefined)
      }
    }
  })

  it('lets nobody in who does not say who they are, but for what is open to all', async () => {
    const open: string[] = []
    for (const operation of all.filter(({ id }) => !forMachines.has(id))) {
      const answer = await call(
        operation.method,
        pathOf(operation),
        null,
        operation.takesBody ? {} : undefined,
      )
      if (answer.status !== 401) open.push(operation.id)
      else expectProblem(answer, 401, 'person-missing')
    }
    expect(
      open.every(id => !/^(raise|get(Case|Task|Consent|Handover|Document)|list(Cases|Events))$/.test(id)),
    ).toBe(true)
    expect(open.length).toBeLessThan(all.length / 3)
  })
})
