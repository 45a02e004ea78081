import { arbejdsdagBefore, type Calendar } from '../policy/calendar.js'

/** The day on which a visit is prepared: so many arbejdsdage before it. */
export function prepareOn(args: { on: string; days: number; calendar: Calendar }): string {
  let day = args.on
  for (let left = args.days; left > 0; left -= 1) day = arbejdsdagBefore(day, args.calendar)
  return day
}
