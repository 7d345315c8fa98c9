import { type Floor, floorFor } from './floors.ts'
import type { Figure } from './types.ts'

/** A figure as one line of JSON. */
export function jsonLine({ suite, dataset, metric, value, n, seconds, peer, detail }: Figure): string {
  const short = seconds === undefined ? undefined : Math.round(seconds * 100) / 100
  return JSON.stringify({ suite, dataset, metric, value: Number(value.toFixed(6)), n, seconds: short, peer, detail })
}

const HEADER = ['suite', 'set', 'metric', 'value', 'floor', 'n', 'seconds'] as const

/** Figures as columns for people; the lines of types and topics are indented. */
export function textTable(figures: readonly Figure[], floors: readonly Floor[]): string {
  const rows = figures.map(figure => [
    figure.suite,
    figure.dataset,
    `${figure.detail ? '  ' : ''}${figure.metric}${figure.peer === undefined ? '' : ` (${figure.peer})`}`,
    shown(figure.value),
    figure.peer === undefined && !figure.detail ? pinned(figure, floors) : '',
    String(figure.n),
    figure.seconds === undefined ? '' : figure.seconds.toFixed(1),
  ])
  const all = [[...HEADER], ...rows]
  const widths = HEADER.map((_, i) => Math.max(...all.map(row => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i < 3 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return `${all.map(row => line(row).trimEnd()).join('\n')}\n`
}

/** Shares with four places, numbers of things with as many as tell something. */
function shown(value: number): string {
  if (value <= 1) return value.toFixed(4)
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 1 : 0)
}

function pinned(figure: Figure, floors: readonly Floor[]): string {
  const floor = floorFor(floors, figure)
  return floor ? shown(floor.value) : ''
}

const START = '<!-- scores: written by npm run bench -->'
const END = '<!-- end of scores -->'

/** A page with the table of scores between its two markers; throws where they are missing. */
export function withScores(page: string, figures: readonly Figure[]): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)]
  if (start < 0 || end < start) throw new Error(`no "${START}" followed by "${END}" in the page`)
  return `${page.slice(0, start + START.length)}\n\n${scoreTable(figures)}\n${page.slice(end)}`
}

function scoreTable(figures: readonly Figure[]): string {
  const own = figures.filter(({ peer, detail }) => peer === undefined && !detail)
  const rows = own.map(({ suite, dataset, metric, value, n }) => {
    const peers = figures.filter(
      other =>
        other.peer !== undefined && other.suite === suite && other.dataset === dataset && other.metric === metric,
    )
    const best = peers.map(({ peer, value }) => `${peer} ${shown(value)}`).join('; ')
    return `| ${suite} | ${dataset} | \`${metric}\` | ${shown(value)} | ${n} | ${best} |`
  })
  return `| suite | set | metric | Dragoman | n | peers in the same run |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`
}
