import type { GeoPermissibleObjects } from 'd3-geo'
import type { MappedPlace } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { QUADRANTS, type Quadrant, quadrantOf, STATUS } from '../kinds.ts'
import { html, type Markup } from '../markup.ts'
import type { Page } from '../sentence.ts'
import { shape, shapePath } from '../timeline.ts'
import { type Atlas, type Disputed, openAtlas, stateLabels, type View } from './atlas.ts'
import { areaOf, isInside, type Line, linesOf, pathOf } from './draw.ts'
import { type Frame, frameOf, type Size, type Spot } from './frame.ts'
import { type Box, collide, placeLabel, widthOf } from './labels.ts'
import { type Mark, marksOf, titleOf } from './marks.ts'

type Sheet = Size & {
  readonly name: 'wide' | 'narrow'
  readonly font: number
  readonly stateFont: number
  /** Pixels under which marks of one area are drawn as one. */
  readonly apart: number
  /** Detail of coasts and borders, in pixels. */
  readonly detail: number
}

const SHEETS: readonly Sheet[] = [
  { name: 'wide', width: 760, height: 470, margin: 64, font: 13, stateFont: 10.5, apart: 16, detail: 0.9 },
  { name: 'narrow', width: 350, height: 400, margin: 44, font: 11.5, stateFont: 8.5, apart: 14, detail: 0.9 },
]

/** Where the reported events took place: a map in two sizes, what it shows and whose view it is, and the same as a table. */
export function mapOf(page: Page): Markup {
  const { places } = page.briefing
  if (places.length === 0) return html``
  const atlas = openAtlas()
  const drawn = SHEETS.map(sheet => drawSheet(sheet, places, atlas))
  const off = drawn[0]?.off ?? []
  const disputed = atlas.disputed.filter(area => drawn.some(sheet => sheet.disputed.has(area)))
  return html`<figure class="map">${drawn.map(sheet => sheet.svg)}<figcaption>${legend(places)}<p>Marks grow with the number of events reported; a dashed ring stands for an area, not a spot.${off.length > 0 && html` Off the map: <bdi>${off.join(', ')}</bdi>.`}</p>${pointOfView(disputed)}</figcaption></figure>${table(page)}`
}

function pointOfView(disputed: readonly Disputed[]): Markup {
  const notes = disputed.map(({ label, note }) => `${label} (${note})`).join('; ')
  return html`<p>Borders: Natural Earth, with Crimea in Ukraine as the General Assembly of the United Nations holds.${notes !== '' && html` Hatched, disputed or held by others: ${notes}.`}</p>`
}

function legend(places: readonly MappedPlace[]): Markup {
  const present = new Set(places.map(({ type }) => quadrantOf(type)))
  const keys = (Object.keys(QUADRANTS) as Quadrant[]).filter(quadrant => present.has(quadrant))
  const items = keys.map(q => html`<li><span class="${q}">${shape(q, false)}</span> ${QUADRANTS[q].label}</li>`)
  const ahead = places.some(place => place.ahead) && html`<li>${shape(undefined, true)} hollow: expected</li>`
  return html`<ul class="legend" aria-label="Kinds of event on the map">${items}${ahead}</ul>`
}

function table({ briefing }: Page): Markup {
  const numbers = new Map(briefing.sources.map(source => [source.article, source.number]))
  const states = stateLabels()
  const rows = briefing.places.map(({ place, type, ahead, events, reports, evidence }) => {
    const around = [place.admin1 === place.label ? undefined : place.admin1, states.get(place.country ?? '')]
      .filter(Boolean)
      .join(', ')
    const sources = [...new Set(evidence.flatMap(({ article }) => numbers.get(article) ?? []))]
    const links = sources.map((number, i) => html`${i > 0 && ', '}<a href="#s${number}">${number}</a>`)
    const kind = `${QUADRANTS[quadrantOf(type)].label}${ahead ? `, ${STATUS.expected}` : ''}`
    return html`<tr><th scope="row"><bdi>${place.label}</bdi></th><td><bdi>${around}</bdi></td><td>${kind}</td><td>${events}</td><td>${reports}</td><td>${links}</td></tr>`
  })
  return html`<details class="places"><summary>${counted(rows.length, 'place')} as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Places on the map"><table><thead><tr><th scope="col">Place</th><th scope="col">In</th><th scope="col">Mostly</th><th scope="col">Events</th><th scope="col">Origins</th><th scope="col">Sources</th></tr></thead><tbody>${rows}</tbody></table></div></details>`
}

type Drawn = { readonly svg: Markup; readonly off: readonly string[]; readonly disputed: ReadonlySet<Disputed> }

function drawSheet(sheet: Sheet, places: readonly MappedPlace[], atlas: Atlas): Drawn {
  const spots = places.map(({ place, events }) => ({ ...spotOf(place), weight: Math.sqrt(events) }))
  const frame = frameOf(spots, sheet)
  const { projection } = frame
  const view = atlas.around(frame.center, frame.reach)
  const lines = (drawn: GeoPermissibleObjects) => linesOf(projection, drawn, sheet.detail)
  const shown = places.filter((_, i) => frame.inside.has(spots[i] as Spot))
  const marks = marksOf(shown, projection, sheet.apart)
  const hatched = atlas.disputed
    .map(area => ({ area, lines: lines(area.shape) }))
    .filter(one => one.lines.reduce((sum, line) => sum + areaOf(line), 0) > SEEN)
  const taken: Box[] = marks.map(boxOf)
  const names = marks.map(mark => nameOf(mark, sheet, taken))
  const states = stateNames(
    view,
    frame,
    sheet,
    taken,
    hatched.flatMap(one => one.lines),
  )
  const [land, clip, hatch] = [`land-${sheet.name}`, `clip-${sheet.name}`, `hatch-${sheet.name}`]
  const areas = hatched.map(
    one => html`<path${one.area.outlined && html` clip-path="url(#${clip})"`} d="${pathOf(one.lines)}"/>`,
  )
  const defs = html`<defs><path id="${land}" d="${pathOf(lines(view.land))}"/><clipPath id="${clip}"><use href="#${land}"/></clipPath><pattern id="${hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V5"/></pattern></defs>`
  const svg = html`<svg class="${sheet.name}" viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" aria-label="Map of the places reported; the table below says the same">${defs}<rect class="sea" width="${sheet.width}" height="${sheet.height}"/><use class="land" href="#${land}"/><g fill="url(#${hatch})">${areas}</g><path class="borders" d="${pathOf(lines(view.borders))}"/>${states}${marks.map(drawMark)}${names}</svg>`
  const off = places.filter(one => !shown.includes(one)).map(({ place }) => place.label)
  return { svg, off, disputed: new Set(hatched.map(({ area }) => area)) }
}

function spotOf({ latitude, longitude }: MappedPlace['place']): { latitude: number; longitude: number } {
  return { latitude, longitude }
}

/** Square pixels under which an area is too small to be seen. */
const SEEN = 30

/** With the ring around a mark that stands for an area. */
function boxOf({ x, y, radius, area }: Mark): Box {
  const reach = radius + (area ? 7 : 1)
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
}

function drawMark(mark: Mark): Markup {
  const { x, y, radius, quadrant, ahead, area } = mark
  const scale = fixed(radius / 7)
  const ring = area && html`<circle class="area" cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(radius + 5)}"/>`
  return html`<g class="mark ${quadrant}${ahead && ' hollow'}"><title>${titleOf(mark)}</title>${ring}<g transform="translate(${fixed(x)} ${fixed(y)}) scale(${scale}) translate(-8 -8)">${shapePath(quadrant)}</g></g>`
}

function nameOf(mark: Mark, sheet: Sheet, taken: Box[]): Markup {
  const reach = { ...mark, radius: mark.radius + (mark.area ? 6 : 0) }
  const placed = placeLabel(mark.label, sheet.font, reach, taken, sheet)
  if (!placed) return html``
  taken.push(placed.box)
  const { x, y, anchor, far, box } = placed
  const near = anchor === 'start' ? box.x - 2 : anchor === 'end' ? box.x + box.width + 2 : x
  const leader = far && html`<path class="leader" d="M${fixed(mark.x)} ${fixed(mark.y)}L${fixed(near)} ${fixed(y)}"/>`
  return html`${leader}<text class="name" x="${fixed(x)}" y="${fixed(y + sheet.font * 0.35)}" text-anchor="${anchor}" font-size="${sheet.font}">${mark.label}</text>`
}

/** Steps of the grid over a state's visible part on which its name is tried. */
const GRID = 10
/** Square pixels under which a state is not named. */
const NAMED = 500

/** Names of states, each inside its own land and clear of marks, hatching and other names; a state without room stays unnamed. */
function stateNames(
  { states }: View,
  frame: Frame,
  sheet: Sheet,
  taken: Box[],
  hatched: readonly Line[],
): readonly Markup[] {
  const seen = statesInside(states, frame, sheet)
    .flatMap(({ label, shape }) => {
      const lines = linesOf(frame.projection, shape, 2).filter(line => line.closed)
      const [largest] = lines.map(line => ({ line, area: areaOf(line) })).sort((a, b) => b.area - a.area)
      return largest && largest.area > NAMED ? [{ label, lines, largest: largest.line, area: largest.area }] : []
    })
    .sort((a, b) => b.area - a.area || (a.label < b.label ? -1 : 1))
  return seen.flatMap(({ label, lines, largest }) => {
    const width = widthOf(label.toUpperCase(), sheet.stateFont) * 1.12
    const height = sheet.stateFont * 1.3
    const at = gridOver(largest).find(([x, y]) => {
      const box = { x: x - width / 2 - 4, y: y - height / 2, width: width + 8, height }
      const inside = box.x > 2 && box.y > 4 && box.x + box.width < sheet.width - 2 && box.y + height < sheet.height - 4
      if (!inside || taken.some(other => collide(other, box))) return false
      return [x - width / 2, x, x + width / 2].every(edge => isInside(lines, edge, y) && !isInside(hatched, edge, y))
    })
    if (!at) return []
    const [x, y] = at
    taken.push({ x: x - width / 2 - 4, y: y - height / 2, width: width + 8, height })
    return [
      html`<text class="state" x="${fixed(x)}" y="${fixed(y + sheet.stateFont * 0.35)}" text-anchor="middle" font-size="${sheet.stateFont}">${label}</text>`,
    ]
  })
}

/** Points over the frame of a line, those nearest to its middle first. */
function gridOver({ points }: Line): readonly (readonly [number, number])[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
  const steps = Array.from({ length: GRID - 1 }, (_, i) => (i + 1) / GRID)
  const grid = steps.flatMap(v => steps.map(u => [left + (right - left) * u, top + (bottom - top) * v] as const))
  const away = ([x, y]: readonly [number, number]) => (x - middleX) ** 2 + 4 * (y - middleY) ** 2
  return grid.sort((a, b) => away(a) - away(b))
}

/** States of which a corner lies inside the frame; all of them where none does. */
function statesInside(states: View['states'], { projection, center, reach }: Frame, sheet: Sheet): View['states'] {
  const degrees = (reach * 180) / Math.PI
  const inside = states.filter(({ shape }) => {
    const rings =
      shape.type === 'Polygon' ? shape.coordinates.slice(0, 1) : shape.coordinates.map(([outer]) => outer ?? [])
    return rings.some(ring =>
      ring.some((corner, i) => {
        if (i % CORNERS !== 0 || Math.abs(Number(corner[1]) - center[1]) > degrees) return false
        const point = projection(corner as [number, number])
        return point !== null && point[0] > 0 && point[0] < sheet.width && point[1] > 0 && point[1] < sheet.height
      }),
    )
  })
  return inside.length > 0 ? inside : states
}
/** Every so manieth corner is tried. */
const CORNERS = 4

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10)
}
