import type { Counted } from './played-round.js'

/** What was counted of one quarter. */
export interface QuarterCount extends Counted {
  readonly quarter: string
  readonly rounds: number
  readonly events: number
  readonly seconds: number
}

const columns = [
  'rounds',
  'planned',
  'held',
  'moved',
  'cancelled',
  'missed',
  'escalated',
  'enquiries',
  'events',
  'seconds',
] as const
const FIRST = 10
const OTHERS = 11

/** The table of a year: a line a quarter, and their sum. */
export function yearTable(quarters: readonly QuarterCount[]): string {
  const line = (title: string, of: (column: (typeof columns)[number]) => string) =>
    title.padEnd(FIRST) + columns.map(column => of(column).padStart(OTHERS)).join('')
  const text = (column: (typeof columns)[number], value: number) =>
    column === 'seconds' ? value.toFixed(1) : String(value)
  return [
    line('', column => column),
    ...quarters.map(count => line(count.quarter, column => text(column, count[column]))),
    line('year', column =>
      text(
        column,
        quarters.reduce((sum, count) => sum + count[column], 0),
      ),
    ),
  ].join('\n')
}

/** Counts of several rounds together. */
export function sumOf(counts: readonly Counted[]): Counted {
  const sum = (column: keyof Counted) => counts.reduce((total, count) => total + count[column], 0)
  return {
    planned: sum('planned'),
    held: sum('held'),
    moved: sum('moved'),
    cancelled: sum('cancelled'),
    missed: sum('missed'),
    escalated: sum('escalated'),
    enquiries: sum('enquiries'),
  }
}
