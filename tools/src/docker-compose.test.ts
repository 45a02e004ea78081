import { existsSync, readFileSync } from 'node:fs'
import { variableNames } from '@brobygger/config'
import { apiRole, eraserRole, logReaderRole, logSealerRole, vaultRole, workerRole } from '@brobygger/database'
import { practiceNamespacesOf } from '@brobygger/domain/codes'
import { municipality, runningIn } from '@brobygger/domain/organisation'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { dynamicConfig } from './engine/dynamic-config.js'
import { serverVersion, uiVersion } from './engine/versions.js'
import { everyLoginRole } from './setup/every-login-role.js'

const root = new URL('../../', import.meta.url)
const text = (file: string) => readFileSync(new URL(file, root), 'utf8')

interface Compose {
  services: Record<string, { image: string; command?: string[]; environment?: Record<string, string> }>
  configs: Record<string, { content: string }>
}
const running = runningIn(municipality.parse(JSON.parse(text('config/municipality.json'))))
const compose = parse(text('docker-compose.yml'), { merge: true }) as Compose
const ours = Object.entries(compose.services).filter(([, service]) => service.image === 'brobygger')

describe('docker-compose.yml', () => {
  it('has a service for every part that npm start runs', () => {
    const workers = running.map(code => `worker-${code}`)
    const parts = ['postgres', 'temporal', 'temporal-ui', 'simulators', ...workers, 'sealer', 'api']
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(parts))
  })

  it.each(ours)('sets only variables the schema knows for %s', (_, service) => {
    const names = Object.keys(service.environment ?? {})
    expect(names).not.toHaveLength(0)
    expect(names.filter(name => !(variableNames as string[]).includes(name))).toEqual([])
  })

  it.each(ours)('sets for %s everything that production asks for', (_, service) => {
    const needed = [
      'TEMPORAL_ADDRESS',
      'DATA_DIR',
      'KEYS_FILE',
      'MUNICIPALITY_FILE',
      'REGISTER_URL',
      'REGISTER_SYSTEM_ID',
      'DIGITAL_POST_URL',
      'STS_URL',
      'PERSON_EVENTS_URL',
      'SCHOOL_ABSENCE_URL',
      'PERSON_REGISTER_URL',
      'PERSON_REGISTER_CONTEXT',
      'MUNICIPALITY_CODE',
      'CASE_INDEX_URL',
      'SMTP_URL',
      'FAMILY_SYSTEM_URL',
      'MUNICIPALITY_CVR',
      'STAFF_MAIL_DOMAIN',
    ]
    expect(Object.keys(service.environment ?? {})).toEqual(expect.arrayContaining(needed))
  })

  it('tells the API of the login that production asks for', () => {
    const needed = ['API_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
    expect(Object.keys(compose.services['api']?.environment ?? {})).toEqual(expect.arrayContaining(needed))
  })

  it.each(ours)('runs a program of this repository as %s', (_, service) => {
    const source = service.command?.[0]?.replace('/dist/', '/src/').replace(/\.js$/, '.ts') ?? ''
    expect(existsSync(new URL(source, root))).toBe(true)
  })

  it('connects every process as its own roles and no other, and set-up gives each of them its password', () => {
    const usersOf = (value: string) =>
      [...value.matchAll(/postgres:\/\/(\w+):/g)].map(([, user]) => user ?? '')
    const users = Object.fromEntries(
      ours
        .map(([name, { environment }]) => [
          name,
          [...new Set(Object.values(environment ?? {}).flatMap(usersOf))].sort(),
        ])
        .filter(([, found]) => found?.length !== 0),
    ) as Record<string, string[]>
    const { setup, ...services } = users
    expect(services).toEqual({
      ...Object.fromEntries(running.map(code => [`worker-${code}`, [eraserRole(code), workerRole(code)]])),
      sealer: [logSealerRole],
      api: [apiRole, logReaderRole, ...running.map(vaultRole)].sort(),
    })
    expect(setup).toEqual([...everyLoginRole(running), 'postgres'].sort())
  })

  it('runs the versions that development runs', () => {
    expect(compose.services['temporal']?.image).toBe(`temporalio/server:${serverVersion}`)
    expect(compose.services['temporal-schema']?.image).toBe(`temporalio/admin-tools:${serverVersion}`)
    expect(compose.services['temporal-ui']?.image).toBe(`temporalio/ui:${uiVersion}`)
  })

  it('lets time be skipped in the same namespaces as development', () => {
    expect(parse(compose.configs['temporal-settings']?.content ?? '')).toEqual(
      dynamicConfig(practiceNamespacesOf(running)),
    )
  })

  it('holds no password', () => {
    for (const [, service] of Object.entries(compose.services)) {
      for (const [name, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|PWD/.test(name)) expect(value).toMatch(/^\$\{\w+(:\?[^}]*)?\}$/)
      }
    }
  })
})

describe('Dockerfile', () => {
  it('copies the package file of every workspace, so that the lock file is complete', () => {
    const lock = JSON.parse(text('package-lock.json')) as { packages: Record<string, unknown> }
    const workspaces = Object.keys(lock.packages).filter(
      path => path !== '' && !path.includes('node_modules'),
    )
    const missing = workspaces.filter(path => !text('Dockerfile').includes(`COPY ${path}/package.json`))
    expect(missing).toEqual([])
  })
})
