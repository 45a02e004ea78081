import { z } from 'zod'
import { absenceThresholds } from '../codes/index.js'
import { quarterAbsence, thresholdsIn, unlawfulPercent, type QuarterAbsence } from './quarter-absence.js'

/** What a case is told of a child's absence: the quarters that are known, oldest first. */
export const toldAbsence = z.object({
  /** Where the feed has the newest line that is counted: what comes with a lower one is older. */
  position: z.int().positive(),
  quarters: z.array(quarterAbsence).min(1),
})
export type ToldAbsence = z.infer<typeof toldAbsence>

/** A quarter's absence as a caseworker reads it, in Danish. */
export function absenceInDanish(absence: QuarterAbsence): string {
  const { quarter, sick, permitted, unlawful, schoolDays, threshold } = absence
  const [year = '', n = ''] = quarter.split('-Q')
  const percent = danish(Math.round(10 * unlawfulPercent(absence)) / 10)
  return (
    `${n}. kvartal ${year}: ${daysOf(unlawful)} ulovligt fravær (${percent} % af ${schoolDays} skoledage), ` +
    `${daysOf(permitted)} lovligt fravær og ${daysOf(sick)} sygdom.${threshold === 'none' ? '' : hintOf(absence)}`
  )
}

/** What the threshold that is reached asks for. */
function hintOf({ quarter, threshold }: QuarterAbsence): string {
  const { warning, notify } = thresholdsIn(quarter)
  const percent = threshold === 'notify' ? notify : warning
  return ` ${absenceThresholds.labels[threshold].da}: mindst ${percent} % er ulovligt.`
}

const danish = (n: number): string => String(n).replace('.', ',')
const daysOf = (n: number): string => `${danish(n)} ${n === 1 ? 'dags' : 'dages'}`
