/**
 * What is built or downloaded when the machine has no Temporal server of its own.
 * Development, tests and docker-compose.yml run the same version.
 */
export const serverVersion = '1.32.0'
export const uiVersion = '2.54.1'
export const cliVersion = '1.9.1'

/** The oldest server that can play time forward for one execution. */
export const oldestServer = '1.32.0'

/** Whether `version` (major.minor.patch) is the same as or newer than `oldest`. */
export function isAtLeast(version: string, oldest: string): boolean {
  const parts = (text: string) => text.split('.').map(part => Number.parseInt(part, 10) || 0)
  const [a, b] = [parts(version), parts(oldest)]
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
