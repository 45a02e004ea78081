import { emptyPlaces, hold, join, putFirst, take } from '@brobygger/domain/family-house'
import { describe, expect, it } from '@jest/globals'
import { standing } from './standing.js'

describe('how a group stands', () => {
  it('is told to supervisors in numbers, with who comes first and who has asked to wait', () => {
    const waiting = ['b', 'c', 'd'].reduce(join, take(emptyPlaces(1), 'a'))
    expect(standing(waiting)).toBe('**Pladser:** 1 af 1 optaget. **Venter:** 3.')
    const moved = hold(putFirst(waiting, { course: 'd', reason: 'decision' }), { course: 'b', held: true })
    expect(standing(moved)).toBe(
      '**Pladser:** 1 af 1 optaget. **Venter:** 3 (1 står først med begrundelse, 1 har bedt om at vente).',
    )
  })
})
