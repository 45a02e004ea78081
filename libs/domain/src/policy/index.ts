export { PolicyError, type PolicyErrorCode } from './policy-error.js'
export { ruleId, type RuleId } from './rule-id.js'
export {
  rule,
  ruleMark,
  ruleUnit,
  termUnit,
  type Rule,
  type RuleMark,
  type RuleUnit,
  type TermUnit,
} from './rule.js'
export { rules } from './rules.js'
export { ruleAt, type LocalAmounts } from './rule-at.js'
export { basisLabel } from './local-basis.js'
export { danishHolidays, holidayOn, type Holiday } from './holidays.js'
export { isArbejdsdag, isHverdag, type Calendar } from './calendar.js'
export { addDays, addMonths, daysBetween } from './iso-date.js'
export { dateWithYear } from './date-text.js'
export { atLocalTime, endOfLocalDay, localDate, localTime } from './local-time.js'
export { deadline, type Deadline } from './deadline.js'
export { dueDate } from './due-date.js'
export { deadlineOn } from './agreed-date.js'
export type { Pause } from './pause.js'
