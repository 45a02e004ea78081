import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { municipality as schema } from '@brobygger/domain/organisation'
import { roundsActivities } from './rounds.js'
import type { StartRequest } from './types.js'

const municipality = schema.parse(
  JSON.parse(readFileSync(new URL('../../../../config/municipality.json', import.meta.url), 'utf8')),
)

async function started(...mornings: string[]): Promise<StartRequest[]> {
  const requests: StartRequest[] = []
  const activities = roundsActivities({
    municipality,
    startProcess: async request => {
      requests.push(request)
    },
  })
  for (const at of mornings) await activities.openRounds({ at })
  return requests
}

describe('the rounds of visits that a morning opens', () => {
  it('are those of the running quarter, one for each cluster', async () => {
    const requests = await started('2026-11-24T05:30:00.000Z')
    expect(requests.map(({ input }) => input)).toMatchObject(
      municipality.clusters.map(({ id }) => ({ cluster: id, quarter: '2026-Q4', practice: null })),
    )
  })

  it('are those of the coming quarter too, from the middle of the month before it', async () => {
    const requests = await started('2026-12-15T05:30:00.000Z')
    expect(new Set(requests.map(({ process }) => process)).size).toBe(2 * municipality.clusters.length)
  })

  it('have the same ids on every morning, so that none is opened twice', async () => {
    const once = await started('2026-12-15T05:30:00.000Z')
    const twice = await started('2026-12-16T05:30:00.000Z', '2026-12-17T05:30:00.000Z')
    const ids = (requests: StartRequest[]) => new Set(requests.map(({ process }) => process))
    expect(ids(twice)).toEqual(ids(once))
  })

  it('name their social worker also while on leave: the round itself finds the deputy', async () => {
    const requests = await started('2027-02-10T05:30:00.000Z')
    const park = requests.find(({ input }) => 'cluster' in input && input.cluster === 'park')
    expect(park?.input).toMatchObject({ people: { socialWorker: 'sw-gorm' } })
  })
})
