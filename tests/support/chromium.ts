import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const DEBIAN = '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real browser: the system's chromium, or one that is installed. Undefined, with the reason said, when none is. */
export async function openBrowser(): Promise<Browser | undefined> {
  try {
    return await chromium.launch({
      ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : { channel: 'chromium' }),
      args: FLAGS,
      timeout: 60_000,
    })
  } catch (error) {
    console.warn(`No browser on this machine: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
