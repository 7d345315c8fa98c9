import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, collide, placeLabel, widthOf } from '../../../src/publish/map/labels.ts'

const ROOM = { width: 300, height: 200 }

test('a label stands right of its mark, else on another side, else nowhere', () => {
  const mark = { x: 150, y: 100, radius: 5 }
  expect(placeLabel('Kyiv', 12, mark, [], ROOM)).toMatchObject({ anchor: 'start', x: 159, y: 100, far: false })
  const right = { x: 155, y: 0, width: 200, height: 200 }
  expect(placeLabel('Kyiv', 12, mark, [right], ROOM)?.anchor).toBe('end')
  expect(placeLabel('Kyiv', 12, mark, [{ x: 0, y: 0, width: 300, height: 200 }], ROOM)).toBeUndefined()
  expect(placeLabel('Kyiv', 12, { ...mark, x: 295 }, [], ROOM)?.anchor).toBe('end')
})

test('labels never cover each other, nor a mark, nor leave the map', () => {
  const spots = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(spots, all => {
      const taken: Box[] = all.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 }))
      for (const spot of all) {
        const placed = placeLabel('Volodymyrivka', 12, { ...spot, radius: 5 }, taken, ROOM)
        if (!placed) continue
        expect(taken.some(other => collide(other, placed.box))).toBe(false)
        expect(placed.box.x >= 0 && placed.box.x + placed.box.width <= ROOM.width).toBe(true)
        expect(placed.box.width).toBe(widthOf('Volodymyrivka', 12))
        taken.push(placed.box)
      }
    }),
  )
})
