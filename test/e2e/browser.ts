import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium; throws with the cure when there is none, so that no test passes unrun. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.DRAGOMAN_CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error(
      `no Chromium at ${executablePath}; install it (apt-get install chromium) or set DRAGOMAN_CHROMIUM to one`,
    )
  return chromium.launch({ executablePath, args: FLAGS })
}
