import type { Day } from '../../core/day.ts'

/** The views of a crisis, in the order of the menu; `path` follows `/c/NAME/`. */
export const VIEWS = [
  { id: 'page', title: 'Page', path: '' },
  { id: 'changes', title: 'What changed', path: 'changes' },
  { id: 'stories', title: 'Stories', path: 'stories' },
  { id: 'events', title: 'Events', path: 'events' },
  { id: 'statements', title: 'Statements', path: 'statements' },
  { id: 'disagreements', title: 'Disagreements', path: 'disagreements' },
  { id: 'expected', title: 'Expected', path: 'expected' },
  { id: 'map', title: 'Map', path: 'map' },
  { id: 'reports', title: 'Reports', path: 'reports' },
  { id: 'marks', title: 'Marks', path: 'marks' },
] as const
export type ViewId = (typeof VIEWS)[number]['id']

/** The views of the desk as a whole. */
export const DESK_VIEWS = [
  { id: 'home', title: 'Crises', path: '/crises' },
  { id: 'search', title: 'Search', path: '/search' },
  { id: 'sources', title: 'Sources', path: '/sources' },
  { id: 'notices', title: 'Notices', path: '/notices' },
] as const
export type DeskViewId = (typeof DESK_VIEWS)[number]['id']

type Query = Readonly<Record<string, string | undefined>>

/** The address of a view of a crisis; an as-of day stays with the reader from view to view. */
export function viewPath(
  crisis: string,
  view: ViewId,
  query: Query & { readonly 'as-of'?: Day | undefined } = {},
): string {
  const path = VIEWS.find(({ id }) => id === view)?.path ?? ''
  return `/c/${encodeURIComponent(crisis.toWellFormed())}/${path}${queryOf(query)}`
}

/** A report as the desk shows it; `passage` is scrolled to and highlighted. */
export function articlePath(article: string, passage?: { readonly start: number; readonly end: number }): string {
  return `/articles/${encodeURIComponent(article.toWellFormed())}${passage ? `?passage=${passage.start}-${passage.end}#passage` : ''}`
}

export function queryOf(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, value]))}`
}
