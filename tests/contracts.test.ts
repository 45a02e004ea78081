import { processId } from '@brobygger/domain/processes'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from '@temporalio/client'
import { namedNotification } from './support/forms.js'
import { RawEngine, type Execution } from './support/engine.js'
import { Planting } from './support/planting.js'
import { PracticeCase } from './support/practice-case.js'
import { RealCase } from './support/real-case.js'
import { Stranger, type StrangersCall } from './support/stranger.js'

const endpoint = 'social-services'
const planting = new Planting()
const concernOf = (caseId: string, namespace = 'children-and-youth'): Execution => ({
  namespace,
  workflowId: processId({ kind: 'concern', caseId }),
})
const notify = (input: Payload): StrangersCall => ({
  endpoint,
  service: 'family-group.v2',
  operation: 'notify',
  input,
})

let engine: RawEngine
let stranger: Stranger
let noor: RealCase
/** The message by which Noor's case notified the family group, as the engine stores it. */
let notified: Payload

const sent = async (execution: Execution, operation: string): Promise<Payload> => {
  const found = (await engine.sentAcross(execution)).find(one => one.operation === operation)
  if (found === undefined) throw new Error(`${execution.workflowId} sent no ${operation}`)
  return found.input
}
const notifications = async (): Promise<string[]> =>
  (await noor.show()).processes.filter(({ kind }) => kind === 'notification').map(({ id }) => id)

beforeAll(async () => {
  ;[engine, stranger] = await Promise.all([RawEngine.connect(), Stranger.in('children-and-youth')])
  noor = await RealCase.raise(planting, { mainCategory: 'violence', acute: true })
  await noor.answer('notify', { identity: 'named', abuse: true, parentsTold: 'none' })
  await noor.task('assess')
  notified = await sent(concernOf(noor.id), 'notify')
})
afterAll(() => Promise.all([engine.close(), stranger.close()]))

describe('an endpoint that any namespace may call', () => {
  it('does nothing twice: a message that is sent once more gets its receipt and starts no second notification', async () => {
    expect(await stranger.call(notify(notified))).toBe('answered')
    expect(await notifications()).toHaveLength(1)
  })

  it('refuses what the family group itself wrote, sent back to it as if it came from the case', async () => {
    const [notification = ''] = await notifications()
    await noor.answer('assess', { acute: false, screening: 'investigation', parentsContacted: true })
    const own = await sent({ namespace: endpoint, workflowId: notification }, 'reportNotification')
    expect(await stranger.call(notify(own))).toBe('UNAUTHORIZED')
  })

  it('refuses what an administration encrypted for itself', async () => {
    const input = await engine.input(concernOf(noor.id))
    // Nobody over there holds that key, so the call ends when its time is out.
    expect(await stranger.call(notify(input))).toBe('timed out')
  })

  it('refuses a message of one operation in another', async () => {
    const offer = { ...notify(notified), operation: 'offerReferral' }
    expect(await stranger.call(offer)).toBe('BAD_REQUEST')
  })

  it('refuses a practice case that knocks at the door of the real ones', async () => {
    const played = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '6-9',
      mainCategory: 'violence',
      acute: true,
    })
    await played.answer('notify', 'sw-anna', { ...namedNotification, childsWords: 'Det gør ondt.' })
    const input = await sent(concernOf(played.id, 'children-and-youth-practice'), 'notify')
    expect(await stranger.call(notify(input))).toBe('UNAUTHORIZED')
  })

  it('refuses a message that was changed, and one in plaintext', async () => {
    const data = Buffer.from(notified.data ?? [])
    data.writeUInt8(data.readUInt8(40) ^ 1, 40)
    const plain = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"offer":"x"}') }
    expect(await stranger.call(notify({ ...notified, data }))).not.toBe('answered')
    expect(await stranger.call(notify(plain))).not.toBe('answered')
    expect(await notifications()).toHaveLength(1)
  })
})
