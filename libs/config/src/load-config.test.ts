import { describe, expect, it } from '@jest/globals'
import { ConfigError } from './config-error.js'
import { loadConfig } from './load-config.js'
import { variableNames, variables } from './variables.js'

const production = {
  BROBYGGER_MODE: 'production',
  DATABASE_URL: 'postgres://bro_api:s3cret@db:5432/brobygger',
  TEMPORAL_ADDRESS: 'temporal:7233',
  DATA_DIR: '/var/lib/brobygger',
  KEYS_FILE: '/run/secrets/keys.json',
  MUNICIPALITY_FILE: '/etc/brobygger/municipality.json',
  REGISTER_URL: 'https://register.example/',
  REGISTER_SYSTEM_ID: 'a1b2c3',
  DIGITAL_POST_URL: 'https://post.example/digital-post',
  STS_URL: 'https://sts.example',
  PERSON_EVENTS_URL: 'https://cpr.example/events',
  SCHOOL_ABSENCE_URL: 'https://schools.example/absence',
  PERSON_REGISTER_URL: 'https://cpr.example',
  PERSON_REGISTER_CONTEXT: ['a', 'b', 'c', 'd']
    .map(d => `${d.repeat(8)}-2222-4333-8444-555555555555`)
    .join(' '),
  MUNICIPALITY_CODE: '101',
  CASE_INDEX_URL: 'https://index.example',
  SMTP_URL: 'smtps://user:password@mail.example:465',
  MUNICIPALITY_CVR: '12345678',
  STAFF_MAIL_DOMAIN: 'bro.example',
  FAMILY_SYSTEM_URL: 'https://family.example',
}

const messageOf = (env: Record<string, string>, ...needs: Parameters<typeof loadConfig>[1][]) => {
  try {
    loadConfig(env, ...needs)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('the configuration was accepted')
}

describe('loadConfig', () => {
  it('fills in every default in development', () => {
    const config = loadConfig({})
    expect(config.BROBYGGER_MODE).toBe('development')
    expect(config.API_PORT).toBe(3000)
    expect(config.KEYS_FILE).toMatch(/\.brobygger\/keys\.json$/)
  })

  it('accepts a complete production environment and strips trailing slashes from addresses', () => {
    expect(loadConfig(production, 'DATABASE_URL').REGISTER_URL).toBe('https://register.example')
  })

  it.each([
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
    'MUNICIPALITY_CVR',
    'STAFF_MAIL_DOMAIN',
    'FAMILY_SYSTEM_URL',
  ])('refuses production without %s and names it', name => {
    expect(messageOf({ ...production, [name]: '' })).toContain(`${name} must be set in production`)
  })

  it.each([
    ['API_PORT', 'eighty', 'must be a whole number'],
    ['API_PORT', '70000', 'must be 1–65535'],
    ['TEMPORAL_ADDRESS', 'http://temporal:7233', 'without a scheme'],
    ['DATABASE_URL', 'mysql://x', 'connection string'],
    ['ADMINISTRATION', 'helth', 'children-and-youth'],
    ['LOG_LEVEL', 'loud', 'info'],
    ['BROBYGGER_MODE', 'test', 'production'],
    ['PERSON_REGISTER_CONTEXT', 'me and you', 'UUIDs'],
    ['MUNICIPALITY_CODE', '1', 'three digits'],
    ['STS_URL', 'ftp://sts', 'must be an address'],
    ['SMTP_URL', 'https://mail', 'must be a mail server'],
    ['MUNICIPALITY_CVR', '1234', 'must be eight digits'],
    ['ROLE_DATABASE_URLS', 'postgres://a:b@c/d nonsense', 'connection string'],
  ])('names %s when its value is wrong, and says what is wanted', (name, value, wanted) => {
    const message = messageOf({ [name]: value })
    expect(message).toContain(`  ${name} `)
    expect(message).toContain(wanted)
  })

  it('names a variable this process needs and does not have', () => {
    expect(messageOf({}, 'DATABASE_URL', 'ADMINISTRATION')).toMatch(
      /ADMINISTRATION must be set[\s\S]*DATABASE_URL must be set/,
    )
  })

  it('never repeats a value, because some hold passwords', () => {
    expect(messageOf({ DATABASE_URL: 'http://bro_api:s3cret@db' })).not.toContain('s3cret')
  })

  it('reports all problems at once', () => {
    expect(messageOf({ API_PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(3)
  })
})

describe('variables', () => {
  it('describes every variable', () => {
    for (const name of variableNames) expect(variables[name].description.length).toBeGreaterThan(10)
  })
})
