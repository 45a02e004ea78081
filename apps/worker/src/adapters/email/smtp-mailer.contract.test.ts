import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Mailer } from './mailer.js'
import { smtpMailer } from './smtp-mailer.js'

let simulators: Simulation
let mailer: Mailer & { close(): void }
let sent = 0
const mail = () => ({
  key: `concern-k7qm4d2x.e${(sent += 1)}`,
  to: 'sw-anna@bro.example',
  subject: 'Der er nyt til dig',
  text: 'Sag: k7qm4d2x',
})

beforeAll(async () => {
  simulators = await simulation()
})
afterAll(() => simulators.stop())
beforeEach(() => {
  mailer = smtpMailer({
    url: simulators.smtpUrl,
    domain: 'bro.example',
    requiresTls: false,
    timeoutMs: 500,
  })
})
afterEach(async () => {
  mailer.close()
  await simulators.heal('mail')
})

describe('e-mail over SMTP', () => {
  it('reaches the mailbox with its words, from the municipality', async () => {
    const one = mail()
    expect(await mailer.send(one)).toEqual({ messageId: `${one.key}@bro.example` })
    const [last] = (await simulators.ledger('mail')).slice(-1)
    expect(last).toMatchObject({
      key: one.key,
      request: { from: 'brobygger@bro.example', to: one.to, subject: one.subject, text: `${one.text}\n` },
      answer: { letterId: `${one.key}@bro.example` },
    })
  })

  it('carries the same id when it comes again, by which the mail server knows it', async () => {
    const one = mail()
    await simulators.fault('mail', { mode: 'lostAnswer', count: 1 })
    await expect(mailer.send(one)).rejects.toMatchObject({ code: 'unavailable', retryable: true })
    await mailer.send(one)
    const keys = await simulators.keys('mail')
    expect(keys.filter(key => key === one.key)).toHaveLength(1)
  })

  it.each([
    [{ mode: 'down' } as const, { code: 'unavailable', reason: 'connection' }],
    [{ mode: 'reset' } as const, { code: 'unavailable', reason: 'connection' }],
    [{ mode: 'half' } as const, { code: 'unavailable', reason: 'connection' }],
    [{ mode: 'malformed' } as const, { code: 'unavailable' }],
    [{ mode: 'latency', ms: 2_000, count: 1 } as const, { code: 'unavailable', reason: 'timeout' }],
    [{ mode: 'status', status: 503 } as const, { code: 'unavailable', reason: 'status-451' }],
    [{ mode: 'status', status: 404 } as const, { code: 'refused', reason: 'status-550' }],
  ])('under %j fails with its code, and goes when it is over', async (fault, expected) => {
    const one = mail()
    await simulators.fault('mail', fault)
    await expect(mailer.send(one)).rejects.toMatchObject(expected)
    await simulators.heal('mail')
    await mailer.send(one)
    expect(await simulators.keys('mail')).toContain(one.key)
  })

  it('goes to no server in clear where TLS is required', async () => {
    const strict = smtpMailer({ url: simulators.smtpUrl, domain: 'bro.example', requiresTls: true })
    const one = mail()
    await expect(strict.send(one)).rejects.toMatchObject({ code: 'unavailable' })
    strict.close()
    expect(await simulators.keys('mail')).not.toContain(one.key)
  })

  it('says nothing of the message in its error', async () => {
    const one = mail()
    await simulators.fault('mail', { mode: 'status', status: 404 })
    const error: unknown = await mailer.send(one).catch((caught: unknown) => caught)
    const said = `${String(error)} ${JSON.stringify(error)}`
    for (const content of [one.to, one.text, one.key]) expect(said).not.toContain(content)
  })
})
