import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { filesBelow, type TimeCase, type TimeMark } from './time-case.ts'

const Value = z.object({
  timex: z.string().optional(),
  value: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
})
const Items = z.array(
  z.object({
    Input: z.string(),
    Context: z.object({ ReferenceDateTime: z.string().optional() }).optional(),
    Results: z.array(
      z.object({
        Start: z.number(),
        End: z.number(),
        TypeName: z.string().optional(),
        Resolution: z.object({ values: z.array(Value).optional() }).nullish(),
      }),
    ),
  }),
)

/** Reads the `DateTimeModel.json` files (Recognizers-Text) below a folder: sentences with what is found in them. */
export function readRecognizersCases(folder: string): readonly TimeCase[] {
  return filesBelow(folder, 'DateTimeModel.json').flatMap(path =>
    recognizersCases(basename(path), readFileSync(path, 'utf8')),
  )
}

/** The cases of one file. Time zones alone are no time expressions and are left out. */
export function recognizersCases(name: string, source: string): readonly TimeCase[] {
  return Items.parse(JSON.parse(source.replace(/^\uFEFF/u, ''))).map(({ Input, Context, Results }, i) => ({
    name: `${name}:${i + 1}`,
    text: Input,
    ...(Context?.ReferenceDateTime ? { day: Context.ReferenceDateTime.slice(0, 10) } : {}),
    marks: Results.filter(({ TypeName = '' }) => !TypeName.endsWith('timezone')).map(
      ({ Start, End, TypeName = '', Resolution }): TimeMark => ({
        start: Start,
        end: End + 1,
        ...typeOf(TypeName),
        values: (Resolution?.values ?? []).flatMap(valuesOf),
      }),
    ),
  }))
}

function typeOf(name: string): { readonly type?: string } {
  const kind = name.slice(name.indexOf('.') + 1)
  const type =
    kind === 'set' || kind === 'duration'
      ? kind.toUpperCase()
      : kind.includes('time')
        ? 'TIME'
        : kind.startsWith('date')
          ? 'DATE'
          : undefined
  return type ? { type } : {}
}

/** The TIMEX, the value resolved, and a range of days as its first and last day (`end` is exclusive). */
function valuesOf({ timex, value, start, end }: z.infer<typeof Value>): readonly string[] {
  const plain = value?.replace(' ', 'T')
  const range = start && end && start.length === 10 && end.length === 10 ? [`${start}/${dayBefore(end)}`] : []
  return [
    ...(timex ? [timex] : []),
    ...(plain && !/^\d+$/u.test(plain) && plain !== 'not resolved' ? [plain] : []),
    ...range,
  ]
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? day : new Date(date.getTime() - 86_400_000).toISOString().slice(0, 10)
}
