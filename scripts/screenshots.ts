import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

/**
 * Pictures of a published page: 1280 and 390 pixels wide, light and dark, whole page, and with the evidence drawer open.
 * Usage: node scripts/screenshots.ts out/example/briefing.html [out/pictures]
 */
const [page, folder = 'out/pictures'] = process.argv.slice(2)
if (page === undefined) throw new Error('no page given; name a briefing.html that "dragoman brief" wrote')
mkdirSync(folder, { recursive: true })

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const browser = await chromium.launch({
  executablePath: process.env.DRAGOMAN_CHROMIUM ?? '/usr/bin/chromium',
  args: [...FLAGS, '--disable-component-update', '--disable-sync'],
})
for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390]) {
    const tab = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme })
    await tab.goto(pathToFileURL(resolve(page)).href)
    const name = `${width}-${colorScheme}`
    await tab.screenshot({ path: join(folder, `${name}-top.png`) })
    await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    await tab.locator('.lead .t').first().click()
    await tab.screenshot({ path: join(folder, `${name}-drawer.png`) })
    await tab.close()
  }
await browser.close()
