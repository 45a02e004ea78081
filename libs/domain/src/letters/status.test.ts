import { describe, expect, it } from '@jest/globals'
import { letterStatus, type LetterFate } from './status.js'

const sent: LetterFate = {
  receipt: 'accepted',
  postedAt: null,
  deliveredAt: null,
  returnedAt: null,
  givenUpAt: null,
}
const at = '2027-01-13T08:00:00.000Z'

describe('a letter', () => {
  it.each([
    ['is on its way until somebody says more', {}, 'onItsWay'],
    ['of which no receipt was kept is on its way', { receipt: null }, 'onItsWay'],
    ['that no system brings is for a person', { receipt: 'manual' }, 'byHand'],
    ['that a carrier will not take is for a person', { receipt: 'refused' }, 'byHand'],
    ['that is in the post has told nobody anything', { postedAt: at }, 'posted'],
    ['that came back with the post is not delivered', { postedAt: at, returnedAt: at }, 'returned'],
    ['that was in the post long enough is delivered', { postedAt: at, deliveredAt: at }, 'delivered'],
    ['that came back is not delivered', { returnedAt: at }, 'returned'],
    ['that came back and was handed over is delivered', { returnedAt: at, deliveredAt: at }, 'delivered'],
    ['that nobody could bring says so', { receipt: 'manual', givenUpAt: at }, 'notPossible'],
    ['that is there after all is delivered', { givenUpAt: at, deliveredAt: at }, 'delivered'],
  ] as const)('%s', (_, fate, status) => {
    expect(letterStatus({ ...sent, ...fate })).toBe(status)
  })
})
