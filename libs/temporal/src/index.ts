export { ServiceToken } from './service-token.js'
export { temporalAccess, type TemporalAccess } from './temporal-access.js'
