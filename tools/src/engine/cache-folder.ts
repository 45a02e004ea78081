import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../environment.js'

/**
 * Folder for servers that were built or downloaded once: outside the repository, so that a fresh clone finds them.
 * BROBYGGER_CACHE, else the platform's own cache folder.
 */
export function cacheFolder(env: Environment): string {
  if (env['BROBYGGER_CACHE']) return env['BROBYGGER_CACHE']
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'brobygger')
  return join(homedir(), '.cache', 'brobygger')
}
