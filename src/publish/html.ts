import { createHash } from 'node:crypto'
import type { Briefing } from '../core/briefing.ts'
import { LAYOUT } from './layout.ts'
import { linkedData } from './linked-data.ts'
import { MAP_STYLE } from './map/style.ts'
import { html, raw, scriptJson } from './markup.ts'
import { dataBlock, footer, masthead, sheet } from './page.ts'
import { SCRIPT } from './script.ts'
import { sections } from './sections.ts'
import { pageOf } from './sentence.ts'
import { STYLE } from './style.ts'

/** Where they lie beside the file. */
const FORMATS = html`The same briefing as <a href="briefing.md">Markdown</a> and as <a href="briefing.json">JSON</a>; its places as <a href="briefing.geojson">GeoJSON</a>.`

const CSS = STYLE + MAP_STYLE + LAYOUT

/**
 * The briefing as one HTML page that needs nothing else: no request, no script to read it. The same briefing gives the
 * same bytes. Text from reports is escaped; the page's own policy refuses every script and style but its own two; data are blocks that nothing runs.
 */
export function toHtml(briefing: Briefing): string {
  const page = pageOf(briefing)
  const parts = sections(page)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Dragoman">
<title>${briefing.headline[0].text}</title>
<link rel="icon" href="data:,">
<style>${raw(CSS)}</style>
<script type="application/ld+json">${raw(scriptJson(linkedData(briefing)))}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the briefing</a>
${masthead(page, parts)}
<main id="main" tabindex="-1">
${sheet(page, parts)}
</main>
${footer(briefing, FORMATS)}
<div id="drawer" class="drawer" role="region" aria-labelledby="drawer-title" hidden></div>
${dataBlock(page)}
<script>${raw(SCRIPT)}</script>
</body>
</html>
`.markup
}

function policy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(CSS)}; img-src data:; base-uri 'none'; form-action 'none'`
}
