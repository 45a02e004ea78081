import { anyProcessTasks } from '@brobygger/domain/tasks'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { Arrivals } from './arrivals.js'
import type { Journal } from './journal.js'
import type { SentOut } from './sent-out.js'
import type { Answered, OpenTask } from './task.js'

const now = '2027-01-13T08:00:00.000Z'
const later = '2027-01-14T09:00:00.000Z'

/** What happened, in words. */
let seen: string[]
let arrivals: Arrivals
/** What counts as there when its time has come. */
let inPost: (() => void)[]

beforeEach(() => {
  seen = []
  inPost = []
  let tasks = 0
  // Only its `emit` is used.
  const journal = { emit: ({ type }: { type: string }) => seen.push(type) } as unknown as Journal
  arrivals = new Arrivals(
    {
      process: 'consent-k7qm4d2x-1',
      now: () => now,
      journal,
      byHand: () => anyProcessTasks['early-help'].byHand,
      owe: (_task, { about }) => {
        tasks += 1
        seen.push(`asked: ${about ?? ''}`)
        return `task-${tasks}`
      },
      withdraw: which => {
        if (which({ id: 'task-1' } as OpenTask)) seen.push('withdrawn')
      },
      whenThere: (_postedAt, then) => {
        inPost.push(then)
      },
      send: ({ kind }) => seen.push(`sent again: ${kind}`),
    },
    [],
  )
  arrivals.heard = ({ to }, at) => seen.push(`${to}: ${at ?? 'not possible'}`)
})

const send = (receipt: SentOut['receipt']) => {
  arrivals.take({ kind: 'consentText', to: 'mother', seq: 7, receipt })
}
const answer = (form: object) => {
  const answered: Answered = {
    task: 'task-1',
    answer: { ...form },
    text: undefined,
    by: 'sw-anna',
    about: null,
  }
  arrivals.answered(answered)
}
const byHand = 'asked: Samtykketekst: Mor'

describe('a letter to the family', () => {
  it('is heard of the moment it is delivered, and once', () => {
    send('accepted')
    expect(seen).toEqual([])
    arrivals.delivered({ seq: 7, at: later })
    arrivals.delivered({ seq: 7, at: later })
    expect(seen.filter(word => word.startsWith('mother'))).toEqual([`mother: ${later}`])
    expect(arrivals.entries).toEqual([])
  })

  it.each(['manual', 'refused'] as const)('that is %s is somebody’s task, until they say when', receipt => {
    send(receipt)
    answer({ outcome: 'handedOver', deliveredOn: '2027-01-14', how: 'inPerson' })
    expect(seen).toEqual([byHand, 'letterDelivered', 'mother: 2027-01-14T11:00:00.000Z'])
  })

  it('that came back is one task, however often that is told', () => {
    send('accepted')
    arrivals.returned({ seq: 7 })
    arrivals.returned({ seq: 7 })
    expect(seen).toEqual([byHand])
  })

  it('that is there after all takes the task away', () => {
    send('accepted')
    arrivals.returned({ seq: 7 })
    arrivals.delivered({ seq: 7, at: later })
    expect(seen).toEqual([byHand, `mother: ${later}`, 'withdrawn'])
  })

  it('that is there stays there, whatever comes late', () => {
    send('accepted')
    arrivals.delivered({ seq: 7, at: later })
    arrivals.returned({ seq: 7 })
    expect(seen).not.toContain(byHand)
  })

  it('that is in the post counts as there when its time has come, and nobody looks after it before', () => {
    send('accepted')
    arrivals.posted({ seq: 7, at: later })
    arrivals.posted({ seq: 7, at: later })
    arrivals.chase('consentText')
    expect(seen).toEqual([])
    for (const then of inPost) then()
    expect(seen).toEqual(['letterDelivered', `mother: ${now}`])
    expect(arrivals.entries).toEqual([])
  })

  it('that comes back with the post is somebody’s task, and never counts as there by itself', () => {
    send('accepted')
    arrivals.posted({ seq: 7, at: later })
    arrivals.returned({ seq: 7 })
    for (const then of inPost) then()
    expect(seen).toEqual([byHand])
  })

  it('that was in the post when the process went on in a new run is waited for there', () => {
    send('accepted')
    arrivals.posted({ seq: 7, at: later })
    inPost = []
    arrivals.resume()
    expect(inPost).toHaveLength(1)
  })

  it('can be sent again, and then nobody waits for the first', () => {
    send('manual')
    answer({ outcome: 'sendAgain' })
    arrivals.delivered({ seq: 7, at: later })
    expect(seen).toEqual([byHand, 'sent again: consentText'])
  })

  it('that cannot be delivered says so', () => {
    send('manual')
    answer({ outcome: 'notPossible' })
    expect(seen).toEqual([byHand, 'letterGivenUp', 'mother: not possible'])
  })

  it('that nobody has spoken of when it is time is looked after', () => {
    send('accepted')
    arrivals.chase('consentText')
    arrivals.chase('consentText')
    expect(seen).toEqual([byHand])
  })

  it('of which nobody knows changes nothing', () => {
    arrivals.delivered({ seq: 99, at: later })
    arrivals.returned({ seq: 99 })
    expect(seen).toEqual([])
  })
})
