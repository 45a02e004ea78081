import { setTimeout as sleep } from 'node:timers/promises'
import { holidayOn, localDate, localTime } from '@brobygger/domain/policy'
import { Connection, ScheduleClient } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import { describe, expect, it } from '@jest/globals'
import { call } from './support/http.js'

const namespace = 'children-and-youth'
const scheduleId = 'visit-rounds'

async function withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: process.env['BRO_TEST_TEMPORAL_ADDRESS'] ?? '' })
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}

/** The real rounds there are. */
async function realRounds(): Promise<{ process: string; cluster: string; quarter: string }[]> {
  const { body } = await call<{ items: { process: string; cluster: string; quarter: string }[] }>(
    'GET',
    '/visit-rounds?practice=false&limit=100',
    'tl-eva',
  )
  return body.items
}

/** Waits for what comes in a moment. */
async function until(there: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0 && !(await there()); left -= 1) await sleep(200)
}

describe('the schedule of the visit rounds', () => {
  it('comes on weekday mornings at half past six, local time, and in a whole year on no holiday or closed day', async () => {
    await withConnection(async connection => {
      const { startTime } = await connection.workflowService.listScheduleMatchingTimes({
        namespace,
        scheduleId,
        startTime: msToTs(Date.parse('2027-01-01')),
        endTime: msToTs(Date.parse('2028-01-01')),
      })
      const instants = startTime.map(at => new Date(Number(at.seconds) * 1_000).toISOString())
      expect(new Set(instants.map(localTime))).toEqual(new Set(['06:30']))
      const days = instants.map(localDate)
      expect(days.filter(day => holidayOn(day) !== undefined)).toEqual([])
      for (const closed of ['2027-12-24', '2027-12-31', '2027-03-25']) expect(days).not.toContain(closed)
      for (const open of ['2027-03-24', '2027-12-23', '2027-01-04']) expect(days).toContain(open)
      // 261 weekdays, less six holidays and two closed days that fall on one.
      expect(days).toHaveLength(253)
    })
  })

  it('lets a morning that was missed be caught up on the same day, and never runs beside itself', async () => {
    await withConnection(async connection => {
      const schedules = new ScheduleClient({ connection, namespace })
      const { policies } = await schedules.getHandle(scheduleId).describe()
      expect(policies.catchupWindow).toBe(12 * 3600 * 1000)
      expect(policies.overlap).toBe('SKIP')
    })
  })

  it('opens every round once, however often it comes', async () => {
    await withConnection(async connection => {
      const handle = new ScheduleClient({ connection, namespace }).getHandle(scheduleId)
      for (const times of [1, 2]) {
        // The engine names what a schedule starts by the second.
        await sleep(1_100)
        await handle.trigger()
        await until(async () => {
          const { numActionsTaken, runningActions } = (await handle.describe()).info
          return numActionsTaken >= times && runningActions.length === 0
        })
        await until(async () => (await realRounds()).length >= 10)
      }
      const rounds = await realRounds()
      const keys = rounds.map(({ cluster, quarter }) => `${cluster} ${quarter}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(new Set(rounds.map(({ cluster }) => cluster)).size).toBe(10)
    })
  })
})
