import { isOpen, type Visit } from './way.js'

/** How a round stands, for supervisors. */
export function standing(visits: readonly Visit[]): string {
  const count = (which: (visit: Visit) => boolean) => visits.filter(which).length
  const held = count(({ status }) => status === 'held')
  const missed = count(({ status }) => status === 'missed')
  const late = missed > 0 ? `, **${missed} udeblevet**` : ''
  return `**Besøg:** ${held} holdt, ${count(isOpen) - missed} forestår${late}, ${visits.length} i alt.`
}
