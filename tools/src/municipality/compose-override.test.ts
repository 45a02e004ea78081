import { readFileSync } from 'node:fs'
import { eraserRole, vaultRole, workerRole } from '@brobygger/database'
import { alwaysRunning } from '@brobygger/domain/codes'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { everyLoginRole } from '../setup/every-login-role.js'
import { composeOverride } from './compose-override.js'

interface Compose {
  services: Record<string, { environment?: Record<string, string> }>
  configs: Record<string, { content: string }>
}
const base = parse(readFileSync(new URL('../../../docker-compose.yml', import.meta.url), 'utf8'), {
  merge: true,
}) as Compose

/** The addresses in a variable, as role, password's variable and database. */
const addressesIn = (value = '') =>
  [...value.matchAll(/postgres:\/\/(\w+):\$\{(\w+)[^}]*\}@postgres:5432\/(\w+)/g)]
    .map(([, role, password, database]) => `${role} ${password} ${database}`)
    .sort()

describe('the compose file of a municipality', () => {
  it('says for the two administrations that always run what docker-compose.yml says', () => {
    const { services, configs } = composeOverride(alwaysRunning)
    expect(Object.keys(services)).toEqual(['setup', 'api'])
    for (const [service, { environment }] of Object.entries(services)) {
      for (const [name, value] of Object.entries(environment)) {
        expect(addressesIn(value)).toEqual(addressesIn(base.services[service]?.environment?.[name]))
        expect(addressesIn(value).length).toBeGreaterThan(0)
      }
    }
    expect(parse(configs['temporal-settings']?.content ?? '')).toEqual(
      parse(base.configs['temporal-settings']?.content ?? ''),
    )
  })

  it('gives one that runs besides a worker as its own roles, and set-up and the API their addresses', () => {
    const running = [...alwaysRunning, 'health'] as const
    const { services, configs } = composeOverride(running)
    const rolesIn = (service: string) => [
      ...new Set(
        Object.values(services[service]?.environment ?? {})
          .flatMap(addressesIn)
          .map(line => line.split(' ')[0]),
      ),
    ]
    expect(rolesIn('worker-health').sort()).toEqual([eraserRole('health'), workerRole('health')])
    expect(rolesIn('api').sort()).toEqual(running.map(vaultRole).sort())
    expect(rolesIn('setup').sort()).toEqual([...everyLoginRole(running)].sort())
    expect(configs['temporal-settings']?.content).toContain('health-practice')
    const copied = base.services['worker-social-services']?.environment ?? {}
    const own = Object.keys(copied).filter(name => /social/i.test(copied[name] ?? ''))
    expect(Object.keys(services['worker-health']?.environment ?? {})).toEqual(expect.arrayContaining(own))
  })
})
