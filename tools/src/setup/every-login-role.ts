import { loginRoles } from '@brobygger/database'
import { keyLoginRoles } from '@brobygger/keys'

/** Every role that logs in to a database of the system: each has a password of its own. */
export const everyLoginRole: readonly string[] = [...new Set([...loginRoles, ...keyLoginRoles])]
