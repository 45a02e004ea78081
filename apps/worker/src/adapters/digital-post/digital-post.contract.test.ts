import { createHash } from 'node:crypto'
import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { connectionsTo, type OwnCertificate } from '../outbound/own-certificate.js'
import { stsTokens } from '../outbound/sts-tokens.js'
import { type DigitalPost, KOMBI_ENTITY, type Post, sf1601DigitalPost } from './digital-post.js'
import { letterOnPaper } from './letter-on-paper.js'
import { uuidOfKey } from '../outbound/uuid-of-key.js'

/** One of MedCom's national test numbers: it fails modulus 11 and is given to nobody. */
const cprNumber = '2911829996'
const text = 'Der er et brev til dig om en aftale, og "tegn" & <mærker> af enhver slags.'
const post: Post = {
  key: 'consent-k7qm4d2x-1.e1',
  caseId: 'k7qm4d2x',
  cprNumber,
  label: 'Brev fra Bro Kommune',
  text,
  at: '2027-01-13T08:00:00.000Z',
}
const digest = (content: string) => createHash('sha256').update(content).digest('hex')

let simulators: Simulation
const over = (
  own: OwnCertificate | undefined,
  { timeoutMs = 2_000, printType = 265 }: { timeoutMs?: number; printType?: number | null } = {},
): DigitalPost => {
  const dispatcher = connectionsTo('digitalPost', own)
  const base = { system: 'digitalPost', dispatcher, timeoutMs } as const
  const tokens = stsTokens(
    { ...base, baseUrl: `${simulators.doorUrl}/sts` },
    { cvr: '12345678', certificate: own?.certificate ?? '', entityId: KOMBI_ENTITY },
  )
  return sf1601DigitalPost(
    { ...base, baseUrl: `${simulators.doorUrl}/digital-post`, tokens },
    { cvr: '12345678', label: 'Bro Kommune', printType },
  )
}

beforeAll(async () => {
  simulators = await simulation()
})
afterAll(() => simulators.stop())

describe('Digital Post over SF1601', () => {
  let sent = 0
  let digitalPost: DigitalPost
  const another = (): Post => ({ ...post, key: `concern-${(sent += 1)}.e1` })
  beforeEach(() => {
    digitalPost = over(simulators.caller)
  })

  it('reaches the citizen’s mailbox, with what was written and by the sender’s number', async () => {
    expect(await digitalPost.send(post)).toEqual({ messageId: uuidOfKey(post.key) })
    const paper = await letterOnPaper({ from: 'Bro Kommune', title: post.label, text, at: post.at })
    expect(await simulators.ledger('digital-post')).toEqual([
      expect.objectContaining({
        key: uuidOfKey(post.key),
        request: {
          caseId: 'k7qm4d2x',
          label: 'Brev fra Bro Kommune',
          sender: '12345678',
          recipient: digest(cprNumber),
          content: digest(Buffer.from(text).toString('base64')),
          onPaper: digest(paper.toString('base64')),
        },
      }),
    ])
  })

  it('puts one letter into the mailbox for each key, also when the answer was lost', async () => {
    const letter = another()
    await simulators.fault('digital-post', { mode: 'lostAnswer', count: 1 })
    await expect(digitalPost.send(letter)).rejects.toMatchObject({ code: 'unavailable', retryable: true })
    const before = (await simulators.keys('digital-post')).length
    expect(await digitalPost.send(letter)).toEqual(await digitalPost.send(letter))
    expect((await simulators.keys('digital-post')).length).toBe(before)
  })

  it('carries nothing on paper where the municipality has no printer', async () => {
    const letter = another()
    await over(simulators.caller, { printType: null }).send(letter)
    const [entry] = (await simulators.ledger('digital-post')).slice(-1)
    expect(entry).toMatchObject({ key: uuidOfKey(letter.key), request: { onPaper: null } })
  })

  it('is refused for good when the same key comes with another letter', async () => {
    const letter = another()
    await digitalPost.send(letter)
    const changed = digitalPost.send({ ...letter, text: 'Noget andet' })
    await expect(changed).rejects.toMatchObject({ code: 'refused', retryable: false })
  })

  it.each([
    ['a number that is none', { cprNumber: '12' }],
    ['a label that is too long', { label: 'x'.repeat(257) }],
  ])('is refused by the schema for %s', async (_, wrong) => {
    const before = (await simulators.keys('digital-post')).length
    await expect(digitalPost.send({ ...another(), ...wrong })).rejects.toMatchObject({ code: 'refused' })
    expect((await simulators.keys('digital-post')).length).toBe(before)
  })

  it('asks for one token however many letters go, and for a new one when it is taken back', async () => {
    const before = (await simulators.keys('sts')).length
    await Promise.all([digitalPost.send(another()), digitalPost.send(another()), digitalPost.send(another())])
    expect((await simulators.keys('sts')).length).toBe(before + 2)
    const { certificate, key, ca } = simulators.caller
    expect([certificate, key, ca].every(pem => pem.startsWith('-----BEGIN'))).toBe(true)
    await simulators.revokeTokens()
    await digitalPost.send(another())
    expect((await simulators.keys('sts')).length).toBe(before + 4)
  })

  it.each([
    ['is down', { mode: 'down' } as const, 'connection'],
    ['is overrun', { mode: 'status', status: 429, retryAfter: 7 } as const, 'status-429'],
    ['answers half', { mode: 'half' } as const, 'connection'],
    ['answers with a page', { mode: 'malformed' } as const, 'malformed'],
    ['is slow', { mode: 'latency', ms: 3_000, count: 1 } as const, 'timeout'],
    ['shows a certificate that has ended', { mode: 'expiredCertificate' } as const, 'connection'],
  ])('waits while the service %s, and then delivers once', async (_, fault, reason) => {
    const letter = another()
    const patient = over(simulators.caller, { timeoutMs: 1_000 })
    await simulators.fault('digital-post', fault)
    const failed = patient.send(letter)
    await expect(failed).rejects.toMatchObject({
      code: 'unavailable',
      reason: expect.stringContaining(reason),
    })
    await simulators.heal('digital-post')
    await patient.send(letter)
    const keys = await simulators.keys('digital-post')
    expect(keys.filter(key => key === uuidOfKey(letter.key))).toHaveLength(1)
  })

  it('waits while no token is given: that is no refusal of the letter', async () => {
    await simulators.fault('sts', { mode: 'status', status: 400 })
    await expect(over(simulators.caller).send(another())).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'token-status-400',
    })
    await simulators.heal('sts')
  })

  it('lets nobody in without a certificate', async () => {
    const unknown = over({ ...simulators.caller, certificate: '', key: '' })
    await expect(unknown.send(another())).rejects.toMatchObject({ code: 'unavailable' })
    const plain = await fetch(`${simulators.url}/digital-post/service/KombiPostAfsend_1/kombi`, {
      method: 'POST',
    })
    expect(plain.status).toBe(403)
  })

  it('says nothing of the letter in its error', async () => {
    await simulators.fault('digital-post', { mode: 'lostAnswer', count: 1 })
    const error: unknown = await digitalPost.send(another()).catch((caught: unknown) => caught)
    const said = `${String(error)} ${JSON.stringify(error)}`
    for (const content of [cprNumber, 'k7qm4d2x', 'aftale', simulators.doorUrl])
      expect(said).not.toContain(content)
  })
})
