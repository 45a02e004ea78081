export { adapters } from './adapters.js'
export type { AdapterOptions, ServiceUrls } from './adapters.js'
export type { KnownInstitution } from './practice-institution-register.js'
