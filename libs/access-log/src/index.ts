export { AccessLog } from './access-log.js'
export { AccessLogError, type AccessLogErrorCode } from './access-log-error.js'
export { accessEntry, assurance, via, type AccessEntry } from './entry.js'
export type { Queryable } from './queryable.js'
