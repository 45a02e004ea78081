import type { Letters } from '../ports/letters.js'
import { practiceId } from './practice-id.js'

/**
 * Letters of practice cases: nothing leaves, and each is delivered the moment it is sent, on the case's own
 * clock.
 */
export function practiceLetters(): Letters {
  return {
    send: ({ key, at }) =>
      Promise.resolve({ letterId: `practice-${practiceId(key)}`, status: 'delivered', deliveredAt: at }),
  }
}
