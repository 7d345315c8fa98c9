import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/**
 * Pictures of a desk that is served: home, page, drawer, a past day, changes, map, marks; wide and phone, light and dark, and paper.
 * Usage: node scripts/screenshots-desk.ts http://127.0.0.1:4750/ istanbul-2025 2025-05-16 [out/pictures]
 */
const [root, crisis, past, folder = 'out/pictures'] = process.argv.slice(2)
if (!root || !crisis || !past) throw new Error('give the address of a desk, the name of a crisis and a day of it')
mkdirSync(folder, { recursive: true })

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const browser = await chromium.launch({
  executablePath: process.env.DRAGOMAN_CHROMIUM ?? '/usr/bin/chromium',
  args: [...FLAGS, '--disable-component-update', '--disable-sync'],
})
const WIDE = { viewport: { width: 1280, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const page = `c/${encodeURIComponent(crisis)}/`

async function picture(name: string, path: string, options: BrowserContextOptions, act?: (tab: Page) => Promise<void>) {
  const context = await browser.newContext(options)
  const tab = await context.newPage()
  await tab.goto(`${root}${path}`)
  await act?.(tab)
  await tab.waitForTimeout(250)
  await tab.screenshot({ path: join(folder, `desk-${name}.png`) })
  await context.close()
}

const open = (tab: Page) => tab.locator('.lead .t').first().click()
const paper = (tab: Page) => tab.emulateMedia({ media: 'print' })
for (const colorScheme of ['light', 'dark'] as const)
  for (const [size, options] of [
    ['wide', { ...WIDE, colorScheme }],
    ['phone', { ...PHONE, colorScheme }],
  ] as const) {
    await picture(`home-${size}-${colorScheme}`, 'crises', options)
    await picture(`page-${size}-${colorScheme}`, page, options)
    await picture(`drawer-${size}-${colorScheme}`, page, options, open)
    await picture(`past-${size}-${colorScheme}`, `${page}?as-of=${past}`, options)
    for (const view of ['changes', 'map', 'marks', 'history'])
      await picture(`${view}-${size}-${colorScheme}`, page + view, options)
  }
await picture('paper', `${page}?as-of=${past}`, { viewport: { width: 794, height: 1123 } }, paper)
await picture('no-scripts', page, { ...WIDE, javaScriptEnabled: false })
await browser.close()
