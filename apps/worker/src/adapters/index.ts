export { adapters } from './adapters.js'
export type { AdapterOptions, OutsideWorld } from './adapters.js'
export { outsideWorld, type OutsideConfig } from './outside-world.js'
export type { KnownInstitution } from './institutions/practice-institution-register.js'
