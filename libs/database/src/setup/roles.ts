import { administrations, type Administration } from '@brobygger/domain/codes'

/** Role that stands for one administration: row-level security names it, login roles are members of it. */
export function groupRole(administration: Administration): string {
  return `bro_${administration.replaceAll('-', '_')}`
}

/** Login role of the workers of one administration. */
export function workerRole(administration: Administration): string {
  return `bro_worker_${administration.replaceAll('-', '_')}`
}

/** Login role with which the API opens one administration's part of the vault and of the key store. */
export function vaultRole(administration: Administration): string {
  return `bro_vault_${administration.replaceAll('-', '_')}`
}

export const eraserRolePrefix = 'bro_eraser_'

/** Login role that may call the functions of an erasure in one administration, and nothing else. */
export function eraserRole(administration: Administration): string {
  return `${eraserRolePrefix}${administration.replaceAll('-', '_')}`
}

/** Roles of the erasers, one an administration. */
export const eraserRoles: readonly string[] = administrations.codes.map(eraserRole)
/** Owns the functions of an erasure: the only role that may change an event, and nobody connects as it. */
export const erasureRole = 'bro_erasure'

/** Owns database and schemas and changes them; no running process connects as it. */
export const ownerRole = 'bro_owner'
/** Login role of the API, which serves every administration. */
export const apiRole = 'bro_api'
/** Login role of the sealer: reads the access log, and writes its blocks. */
export const logSealerRole = 'bro_log_sealer'
/** Login role of those who may look into the access log, and of its audit. */
export const logReaderRole = 'bro_log_reader'
/** What the owner steps into to rebuild: by itself it sees no administration's rows. */
export const rebuildRole = 'bro_rebuild'

/** Group roles, one an administration. */
export const groupRoles: readonly string[] = administrations.codes.map(groupRole)

/** The roles with which parts of the system connect in the name of one administration. */
export function connectingRolesOf(administration: Administration): readonly string[] {
  return [workerRole, eraserRole, vaultRole].map(roleOf => roleOf(administration))
}

/** Every role that can log in where these administrations run. */
export function loginRolesOf(running: readonly Administration[]): readonly string[] {
  return [ownerRole, apiRole, logSealerRole, logReaderRole, ...running.flatMap(connectingRolesOf)]
}
