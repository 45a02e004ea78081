export { searchAttributes } from './engine/search-attributes.js'
export { setUpTemporal } from './engine/set-up-temporal.js'
export { killPart } from './supervise/kill-part.js'
export { startSystem, type System, type SystemOptions } from './system.js'
