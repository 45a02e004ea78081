import { existsSync } from 'node:fs'
import { it } from '@jest/globals'
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

const installed = existsSync(DEBIAN) ? DEBIAN : chromium.executablePath()

/** A test in a real browser: skipped, and counted as that, on a machine that has none. */
export const inBrowser = existsSync(installed) ? it : it.skip

/** A real browser: the system's chromium, or the one that Playwright has installed; undefined when there is none. */
export async function openBrowser(): Promise<Browser | undefined> {
  return existsSync(installed)
    ? chromium.launch({ executablePath: installed, args: FLAGS, timeout: 60_000 })
    : undefined
}
