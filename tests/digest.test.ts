import { isPracticeNamespace } from '@brobygger/domain/codes'
import { Connection, ScheduleClient } from '@temporalio/client'
import { describe, expect, it } from '@jest/globals'
import { namespaces } from './support/municipality.js'

describe('the daily digest', () => {
  it('is sent on weekday mornings at seven, local time, and what was missed for hours is not sent at night', async () => {
    const address = process.env['BRO_TEST_TEMPORAL_ADDRESS'] ?? ''
    const connection = await Connection.connect({ address })
    try {
      for (const namespace of namespaces.filter(name => !isPracticeNamespace(name))) {
        const schedules = new ScheduleClient({ connection, namespace })
        const { spec, policies } = await schedules.getHandle('daily-digest').describe()
        expect(spec.timezone).toBe('Europe/Copenhagen')
        expect(spec.calendars?.map(({ hour }) => hour)).toEqual([[{ start: 7, end: 7, step: 1 }]])
        expect(policies.catchupWindow).toBe(4 * 3600 * 1000)
      }
    } finally {
      await connection.close()
    }
  })
})
