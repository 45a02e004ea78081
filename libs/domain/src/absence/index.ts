export { schoolDaysIn, type SchoolCalendar } from './school-days.js'
export { absenceIn, quarterAbsence, type NotedAbsence, type QuarterAbsence } from './quarter-absence.js'
export { absenceInDanish, toldAbsence, type ToldAbsence } from './told-absence.js'
