/** Shows how far long work has come; `total` is left out while it is unknown. */
export type Progress = {
  step(done: number, total: number | undefined, name?: string): void
  end(): void
}

/** What a progress display needs of a stream: `process.stderr` has it. */
export type Screen = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

const WIDTH = 30
/** Without a total, a plain line each time so many more items are done. */
const EVERY = 1000

/** A bar that redraws itself on a terminal, plain lines at each tenth elsewhere, nothing when quiet. Writes to `screen` only. */
export function progress(
  screen: Screen,
  { quiet, label }: { readonly quiet: boolean; readonly label: string },
): Progress {
  let shown = ''
  let tenth = -1
  const draw = (text: string) => {
    if (text !== shown) screen.write(`\r\u001b[2K${text}`)
    shown = text
  }
  return {
    step(done, total, name = '') {
      if (quiet) return
      if (screen.isTTY) return draw(`${label} ${bar(done, total)} ${clip(name, screen.columns ?? 80)}`)
      const next = total ? Math.floor((10 * done) / total) : Math.floor(done / EVERY)
      if (next > tenth && (total || next > 0)) screen.write(`${label}: ${done}${total ? ` of ${total}` : ''}\n`)
      tenth = Math.max(tenth, next)
    },
    end() {
      if (!quiet && screen.isTTY && shown !== '') screen.write('\r\u001b[2K')
    },
  }
}

function bar(done: number, total: number | undefined): string {
  if (!total) return `${done}`
  const full = Math.round((WIDTH * Math.min(done, total)) / total)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`
}

/** A name must not break the line nor steer the terminal. */
function clip(name: string, columns: number): string {
  const room = Math.max(0, columns - WIDTH - 30)
  return name.replace(/\p{Cc}/gu, ' ').slice(-room)
}
