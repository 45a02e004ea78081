import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether the installed packages differ from the lock file. npm writes what it installed to
 * node_modules/.package-lock.json, so the two are compared package by package: a reinstall is
 * needed only when one is missing or has another version. Optional packages are for other platforms.
 */
export function packagesAreStale(root) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return true
  const wanted = packagesOf(join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted).some(([path, entry]) => {
    if (!path.includes('node_modules/')) return false
    const present = installed[path]
    if (!present) return !entry.optional
    return present.version !== entry.version || present.integrity !== entry.integrity
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
