import { describe, expect, it } from '@jest/globals'
import { Problem } from '../http/problem.js'
import { proven } from './proven.js'

describe('how sure a login is', () => {
  it.each([
    ['substantial', 'substantial'],
    ['high', 'high'],
    ['https://data.gov.dk/concept/core/nsis/Substantial', 'substantial'],
    ['https://data.gov.dk/concept/core/nsis/High', 'high'],
  ])('%s lets in', (acr, assurance) => {
    expect(proven({ sub: 'sw-anna', acr }, 'substantial')).toEqual({ person: 'sw-anna', assurance })
  })

  it.each([
    'low',
    'https://data.gov.dk/concept/core/nsis/Low',
    '',
    'urn:mace:incommon:iap:silver',
    undefined,
    3,
  ])('%s does not, where the middle level is wanted', acr => {
    expect(() => proven({ sub: 'sw-anna', acr }, 'substantial')).toThrow(new Problem('assurance-too-low'))
  })
})
