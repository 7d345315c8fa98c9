import { createHash } from 'node:crypto'
import type { Briefing } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { writeDay } from '../core/day.ts'
import { byText } from '../core/order.ts'
import { type Format, files, formatsOf, USUAL } from './formats.ts'
import { LAYOUT } from './layout.ts'
import { html, type Markup, raw } from './markup.ts'
import { STYLE } from './style.ts'

/** A file of a site; `path` is relative to its root and written with `/`. */
export type SiteFile = { readonly path: string; readonly text: string }

type Entry = { readonly folder: string; readonly briefing: Briefing }

/** A static site of several briefings: one folder each, and a page that lists them, those of the newest day first. */
export function site(
  briefings: readonly Briefing[],
  formats: readonly Format[] = formatsOf(USUAL),
): readonly SiteFile[] {
  const entries = inFolders(briefings)
  return [
    { path: 'index.html', text: indexPage(entries) },
    ...entries.flatMap(({ folder, briefing }) =>
      files(briefing, formats).map(({ name, text }) => ({ path: `${folder}/${name}`, text })),
    ),
  ]
}

function inFolders(briefings: readonly Briefing[]): readonly Entry[] {
  const taken = new Set<string>()
  return [...briefings]
    .sort((a, b) => byText(b.asOf, a.asOf) || byText(a.topic.words, b.topic.words))
    .map(briefing => {
      const name = folderName(briefing)
      let folder = name
      for (let i = 2; taken.has(folder); i++) folder = `${name}-${i}`
      taken.add(folder)
      return { folder, briefing }
    })
}

const LONGEST = 60

/** "russia-ukraine-talks-2025-05-29": letters and digits of any script, never a path of its own. */
function folderName({ topic, asOf }: Briefing): string {
  const words = topic.words
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const short = [...words]
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/gu, '')
  return `${short || 'briefing'}-${asOf}`
}

const CSS = STYLE + LAYOUT

function indexPage(entries: readonly Entry[]): string {
  const hash = createHash('sha256').update(CSS).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Dragoman">
<title>Briefings</title>
<link rel="icon" href="data:,">
<style>${raw(CSS)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the briefings</a>
<header class="top"><div class="row"><div class="body"><p class="kicker">Dragoman</p>
<h1>Briefings</h1></div></div></header>
<main id="main" tabindex="-1">
${entries.map(item)}</main>
</body>
</html>
`.markup
}

function item({ folder, briefing }: Entry): Markup {
  const { topic, asOf, headline, counts } = briefing
  const address = `${encodeURIComponent(folder)}/briefing.html`
  const about = `As of ${writeDay(asOf)} · ${counted(counts.reports, 'report')}, ${counted(counts.lineages, 'independent origin')}`
  return html`<section><div class="row"><div class="body"><p class="kicker"><bdi>${topic.words}</bdi></p><h2><a href="${address}"><bdi>${headline[0].text}</bdi></a></h2><p class="asof">${about}</p></div></div></section>
`
}
