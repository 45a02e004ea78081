import type { Administration } from '@brobygger/domain/codes'
import { everyLoginRole } from './every-login-role.js'

/**
 * Passwords of the login roles, from the addresses with which the processes connect.
 *
 * @throws Error naming the role that has no address with a password
 */
export function passwordsIn(
  urls: readonly string[],
  running: readonly Administration[],
): Record<string, string> {
  const given = new Map(
    urls.map(url => new URL(url)).map(url => [url.username, decodeURIComponent(url.password)]),
  )
  return Object.fromEntries(
    everyLoginRole(running).map(role => {
      const password = given.get(role)
      if (!password) throw new Error(`ROLE_DATABASE_URLS holds no address with a password for ${role}`)
      return [role, password]
    }),
  )
}
