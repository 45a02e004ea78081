export { limits, outwardRetry, type Limits } from './limits.js'
export { outsideSystem, outsideSystems, type OutsideSystem } from './systems.js'
