import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { openTools } from '../src/pipeline.ts'
import { openDesk, readConfig } from '../src/run/index.ts'
import { deskApp, listen } from '../src/serve/index.ts'
import { openSqlite } from '../src/store/index.ts'

/** The pictures of the README, of the desk with the example. Usage: node scripts/pictures.ts [docs/pictures] */
const [, , folder = 'docs/pictures'] = process.argv
const VIEW = { width: 1200, height: 750 }
const PICTURES: readonly (readonly [string, string, ((tab: Page) => Promise<void>)?])[] = [
  ['page', '?as-of=2025-05-29'],
  ['evidence', '?as-of=2025-05-29', tab => tab.locator('.lead .t').first().click()],
]

const scratch = mkdtempSync(join(tmpdir(), 'dragoman-pictures-'))
const store = openSqlite(join(scratch, 'store'))
const { crises } = readConfig('examples/istanbul-2025/dragoman.toml')
const now = () => new Date('2025-05-29T18:00:00Z')
const desk = openDesk(store, crises, openTools(), { now: () => now().toISOString() })
await desk.add(crises.flatMap(({ inputs }) => inputs))
const server = await listen(deskApp({ desk, store, now }), { port: 0 })
const browser = await chromium.launch({
  executablePath: process.env.DRAGOMAN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
const tab = await browser.newPage({ viewport: VIEW })
for (const [name, path, act] of PICTURES) {
  await tab.goto(`${server.url}c/${encodeURIComponent(crises[0]?.name ?? '')}/${path}`)
  await act?.(tab)
  await tab.waitForTimeout(300)
  await tab.screenshot({ path: join(folder, `${name}.png`) })
}
await browser.close()
await server.close()
await desk.close()
await store.close()
rmSync(scratch, { recursive: true, force: true })
