import { readdirSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { consentAsked, offered, takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'
import { day, noDuty, PracticeCase } from '../support/practice-case.js'

/** Two starts of the workers, and a dozen cases played over months. */
const LONG = 300_000

const releases = fileURLToPath(new URL('../releases/', import.meta.url))
const workers = ['worker-children-and-youth', 'worker-social-services']

/** How often the workers of a system have said that they run an earlier release. */
async function timesOnEarlierRelease({ dataDir }: OwnSystem): Promise<number> {
  const logs = await Promise.all(workers.map(name => readFile(join(dataDir, 'logs', `${name}.log`), 'utf8')))
  return logs.join('').split('runs the workflows of an earlier release').length - 1
}

/** Cases that stand at different points of the chain, each with how it goes on to its end. */
async function underWay(): Promise<{ played: PracticeCase; toItsEnd: () => Promise<void> }[]> {
  const closing = { code: 'noConcern', caseAvoided: 'yes' } as const
  const waits = await PracticeCase.raise(0, 'r-101001', {
    institution: '101001',
    ageBand: '3-5',
    mainCategory: 'structure',
  })
  const counselled = await takenOn()
  const session = { present: ['mother'], dutyCheck: noDuty }
  await counselled.answer('session', 'sw-anna', { ...session, heldOn: day(0), nextOn: day(14) })
  const paused = await consentAsked()
  await paused.post('pause', 'sw-anna', { reason: 'hospital' })
  const away = await takenOn()
  await away.post('hand-over', 'tl-eva', { from: 'sw-anna', to: 'sw-bo', reason: 'leave', returnOn: day(20) })
  const { offered: asked, offer } = await offered()
  const { offered: helped, offer: accepted } = await offered()
  await call('POST', `/handovers/${accepted}/accept`, 'fg-gitte', { screening: 'noClarification' })
  await helped.answer('firstMeeting', 'fg-gitte', { heldOn: day(0) })
  await helped.answer('measure', 'fg-gitte', { measure: 'early', startsOn: day(0) })
  const notified = await PracticeCase.raise(0, 'r-101001', {
    institution: '101001',
    ageBand: '3-5',
    mainCategory: 'violence',
  })
  await notified.answer('notify', 'sw-anna', {
    identity: 'named',
    childName: 'Prøve Barn',
    abuse: true,
    acute: true,
    parentsTold: 'none',
    parentsToldWhy: 'Mistanke om vold.',
    observed: 'Barnet har mærker.',
  })

  const endHelp = async (played: PracticeCase) => {
    await played.to(80)
    await played.answer('endMeasure', 'fg-gitte', { endedOn: day(80), effect: 'better' })
    await played.to(92)
    await played.answer('followUp', 'sw-anna', { concern: 'gone', closing })
  }
  return [
    {
      played: waits,
      toItsEnd: async () => {
        await waits.to(5)
        expect(await waits.task('triage')).toMatchObject({ overdue: true, told: ['tl-eva'] })
        await waits.answer('triage', 'sw-anna', { outcome: 'notOurs', why: 'Hører til et andet sted.' })
      },
    },
    {
      played: counselled,
      toItsEnd: async () => {
        await counselled.to(14)
        await counselled.answer('session', 'sw-anna', {
          ...session,
          heldOn: day(14),
          end: 'goodEnough',
          closing,
        })
      },
    },
    {
      played: paused,
      toItsEnd: async () => {
        await paused.to(10)
        await paused.post('resume', 'sw-anna')
        await paused.to(30)
        expect((await paused.consent()).status).toBe('expired')
        await paused.answer('choose', 'sw-anna', {
          way: 'close',
          why: 'Familien svarer ikke.',
          dutyCheck: noDuty,
        })
      },
    },
    {
      played: away,
      toItsEnd: async () => {
        expect((await away.show()).responsiblePerson).toBe('sw-bo')
        await away.to(21)
        expect((await away.show()).responsiblePerson).toBe('sw-anna')
        await away.answer('session', 'sw-anna', { ...session, heldOn: day(21), end: 'goodEnough', closing })
      },
    },
    {
      played: asked,
      toItsEnd: async () => {
        await asked.to(4)
        const { body } = await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', {
          screening: 'noClarification',
        })
        expect(body).toMatchObject({ recorded: true })
        await asked.answer('firstMeeting', 'fg-gitte', { heldOn: day(4) })
        await asked.answer('feedback', 'fg-gitte', { feedback: 'Der er holdt møde.' })
        await asked.answer('measure', 'fg-gitte', { measure: 'early', startsOn: day(4) })
        await endHelp(asked)
      },
    },
    {
      played: helped,
      toItsEnd: async () => {
        await helped.answer('feedback', 'fg-gitte', { feedback: 'Der er holdt møde.' })
        await endHelp(helped)
      },
    },
    {
      played: notified,
      toItsEnd: async () => {
        await notified.answer('assess', 'fg-gitte', {
          acute: true,
          screening: 'investigation',
          parentsContacted: false,
          why: 'Akut fare.',
        })
        await notified.post('close', 'sw-anna', { code: 'takenOver' })
      },
    },
  ]
}

const kept = readdirSync(releases).filter(name => name.endsWith('.js.gz'))

describe.each(kept)('a release in the middle of the work begun on %s', release => {
  it(
    'changes nothing for the children whose cases were under way: each goes on, meets its dates and ends well',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'brobygger-release-'))
      const file = join(folder, 'release.js.gz')
      await copyFile(join(releases, release), file)
      const system = await startOwnSystem({ BROBYGGER_RELEASE: file })
      process.env['BRO_TEST_API_URL'] = system.apiUrl
      try {
        const cases = await underWay()
        expect(await timesOnEarlierRelease(system)).toBe(workers.length)

        await rm(file)
        await Promise.all(workers.map(worker => system.restart(worker)))
        expect(await timesOnEarlierRelease(system)).toBe(workers.length)

        for (const { toItsEnd } of cases) await toItsEnd()
        for (const { played } of cases) expect(await played.show()).toMatchObject({ status: 'closed' })
        const { body } = await call<{ failing: unknown[] }>('GET', '/operations/stuck', 'op-ole')
        expect(body.failing).toEqual([])
      } finally {
        await system.stop()
        await rm(folder, { recursive: true, force: true })
      }
    },
    LONG,
  )
})
