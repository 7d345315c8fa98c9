export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Placed = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly box: Box
}

/** Width of a text of a size in a common sans-serif, rather too wide than too narrow. */
export function widthOf(text: string, size: number): number {
  let sum = 0
  for (const letter of text)
    sum += /[iljtfrI.,'’ ()-]/u.test(letter)
      ? 0.4
      : /[mwMW—]/u.test(letter)
        ? 1
        : /\p{Lu}|\p{Lo}/u.test(letter)
          ? 0.76
          : 0.66
  return sum * size
}

export function collide(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Where a label may stand beside its mark, best first: right, left, above, below, then the corners, then further off. */
const SIDES: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
]
const STEPS = [0, 14, 30]

/** The first place for a label that collides with nothing taken and stays inside; undefined when there is none. */
export function placeLabel(
  text: string,
  size: number,
  mark: { readonly x: number; readonly y: number; readonly radius: number },
  taken: readonly Box[],
  room: { readonly width: number; readonly height: number },
): (Placed & { readonly far: boolean }) | undefined {
  const width = widthOf(text, size)
  const height = size * 1.25
  for (const step of STEPS)
    for (const [dx, dy] of SIDES) {
      const away = mark.radius + 4 + step
      const slant = dx !== 0 && dy !== 0 ? 0.72 : 1
      const [x, y] = [mark.x + dx * away * slant, mark.y + dy * (away + height / 2) * slant]
      const left = dx > 0 ? x : dx < 0 ? x - width : x - width / 2
      const box = { x: left, y: y - height / 2, width, height }
      const inside = box.x >= 4 && box.y >= 4 && box.x + width <= room.width - 4 && box.y + height <= room.height - 4
      if (!inside || taken.some(other => collide(box, other))) continue
      const anchor = dx > 0 ? 'start' : dx < 0 ? 'end' : 'middle'
      return { x, y, anchor, box, far: step > 0 }
    }
  return undefined
}
