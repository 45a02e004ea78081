export { limits, outwardRetry, type Limits } from './limits.js'
export { downUntil, practiceOutage, type PracticeOutage } from './practice-outage.js'
export { waitedFor } from './waited-for.js'
export { outsideSystem, outsideSystems, type OutsideSystem } from './systems.js'
