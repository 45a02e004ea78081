import { describe, expect, it } from '@jest/globals'
import { overviewPage } from './page.js'
import { type Effect, type Service, type ServiceName, serviceNames } from './services/service.js'

type Services = Record<ServiceName, Service>

describe('overview page', () => {
  const service = (effects: Effect[]): Service => ({
    effects: () => effects,
    close: () => Promise.resolve(),
    handle: () => ({ status: 200, type: 'text/plain', text: '' }),
  })
  const effect = (n: number): Effect => ({
    at: '2027-07-01T10:00:00.000Z',
    key: `key-${n}`,
    request: { kind: 'reply', to: { role: 'socialWorker' } },
    answer: { letterId: `<b>${n}</b>` },
  })
  const page = (letters: Effect[], faults = {}) =>
    overviewPage(
      {
        ...(Object.fromEntries(serviceNames.map(name => [name, service([])])) as Services),
        mail: service(letters),
      },
      faults,
    )

  it('shows an effect with its content, in Danish local time, and lets no markup through', () => {
    const shown = page([effect(1)])
    expect(shown).toMatch(/01\.07\.2027,? 12\.00\.00/)
    expect(shown).toContain('to: {&quot;role&quot;:&quot;socialWorker&quot;}')
    expect(shown).toContain('&lt;b&gt;1&lt;/b&gt;')
    expect(shown).not.toContain('<b>1')
  })

  it('shows the newest fifty first and says how many there are', () => {
    const shown = page(Array.from({ length: 60 }, (_, n) => effect(n)))
    expect(shown).toContain('Viser 50 af 60')
    expect(shown.indexOf('key-59')).toBeLessThan(shown.indexOf('key-58'))
    expect(shown).not.toContain('key-9<')
  })

  it('says so when nothing has come, and when a service is made to fail', () => {
    const shown = page([], { mail: { mode: 'down' } })
    expect(shown.match(/Intet modtaget endnu/g)).toHaveLength(serviceNames.length)
    expect(shown).toContain('Svarer med fejl: <code>down</code>')
  })
})
