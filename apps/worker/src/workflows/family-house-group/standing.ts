import { inTurn, type Places } from '@brobygger/domain/family-house'

/** How a group stands, for supervisors. */
export function standing(places: Places): string {
  const { capacity, taken, waiting } = places
  const held = waiting.length - inTurn(places).length
  const first = inTurn(places).filter(({ first }) => first !== null).length
  const more = [
    ...(first > 0 ? [`${first} står først med begrundelse`] : []),
    ...(held > 0 ? [`${held} har bedt om at vente`] : []),
  ]
  const notes = more.length > 0 ? ` (${more.join(', ')})` : ''
  return `**Pladser:** ${taken.length} af ${capacity} optaget. **Venter:** ${waiting.length}${notes}.`
}
