export { beginOf, endOf, monthsOf, quarterAfter, quarterOf, quarterPattern, quartersDue } from './quarter.js'
export { roundCode } from './round-code.js'
export { MOST_WEIGHT, weightsByBurden, type Burden, type Weighed } from './weights-by-burden.js'
export { shareHours, type Share } from './share-hours.js'
export {
  isClosed,
  planVisits,
  type ClosingWeek,
  type LeftOut,
  type PlannedVisit,
  type Visited,
} from './plan-visits.js'
export { prepareOn } from './prepare-on.js'
export { leaveOf, type Leave } from './leaves.js'
export { roundInput } from './round-input.js'
