import { loginRolesOf } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import { keyLoginRolesOf } from '@brobygger/keys'

/** Every role that logs in to a database where these administrations run: each has a password of its own. */
export function everyLoginRole(running: readonly Administration[]): readonly string[] {
  return [...new Set([...loginRolesOf(running), ...keyLoginRolesOf(running)])]
}
