import { type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo'

export type Line = { readonly points: readonly (readonly [number, number])[]; readonly closed: boolean }

/** The lines of a shape in pixels, cut at the frame; points nearer than `detail` to the last one kept are left out. */
export function linesOf(projection: GeoProjection, shape: GeoPermissibleObjects, detail: number): readonly Line[] {
  const lines: Line[] = []
  let points: [number, number][] = []
  let skipped: [number, number] | undefined
  const end = (closed: boolean) => {
    if (skipped) points.push(skipped)
    if (points.length > (closed ? 2 : 1)) lines.push({ points, closed })
    points = []
    skipped = undefined
  }
  const context = {
    beginPath() {},
    moveTo(x: number, y: number) {
      end(false)
      points = [[x, y]]
    },
    lineTo(x: number, y: number) {
      const [lastX, lastY] = points.at(-1) ?? [x, y]
      if ((x - lastX) ** 2 + (y - lastY) ** 2 < detail ** 2) skipped = [x, y]
      else {
        points.push([x, y])
        skipped = undefined
      }
    },
    closePath() {
      end(true)
    },
    arc() {},
  }
  geoPath(projection, context)(shape)
  end(false)
  return lines
}

/** Lines as the path of an SVG, in tenths of a pixel and relative steps: short, and the same on every machine. */
export function pathOf(lines: readonly Line[]): string {
  let [x, y] = [0, 0]
  return lines
    .map(({ points, closed }) => {
      const steps = points.map(([px, py], i) => {
        const [nextX, nextY] = [Math.round(px * 10), Math.round(py * 10)]
        const step = i === 0 ? `M${tenths(nextX)},${tenths(nextY)}` : `l${tenths(nextX - x)},${tenths(nextY - y)}`
        x = nextX
        y = nextY
        return step
      })
      return `${steps.join('')}${closed ? 'z' : ''}`
    })
    .join('')
}

/** Square pixels inside a closed line. */
export function areaOf({ points }: Line): number {
  let sum = 0
  for (const [i, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(i + 1) % points.length] as readonly [number, number]
    sum += x * nextY - nextX * y
  }
  return Math.abs(sum) / 2
}

/** Whether a point lies inside an odd number of closed lines. */
export function isInside(lines: readonly Line[], x: number, y: number): boolean {
  let inside = false
  for (const { points } of lines) {
    let [lastX, lastY] = points.at(-1) ?? [0, 0]
    for (const [nextX, nextY] of points) {
      if (nextY > y !== lastY > y && x < ((lastX - nextX) * (y - nextY)) / (lastY - nextY) + nextX) inside = !inside
      lastX = nextX
      lastY = nextY
    }
  }
  return inside
}

/** Whole tenths as a number, without the 0 before the point. */
function tenths(value: number): string {
  const [size, sign] = value < 0 ? [-value, '-'] : [value, '']
  const [whole, rest] = [Math.floor(size / 10), size % 10]
  if (rest === 0) return `${sign}${whole}`
  return whole === 0 ? `${sign}.${rest}` : `${sign}${whole}.${rest}`
}
