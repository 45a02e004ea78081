import { rm } from 'node:fs/promises'

/** Stops the system that global-setup started, and removes its data. */
export default async function stop() {
  const system = globalThis.systemUnderTest
  if (!system) return
  await system.stop()
  await rm(system.dataDir, { recursive: true, force: true })
}
