/** Milliseconds of processor time that work takes on this thread: other programs, and tests beside it, do not count. */
export function milliseconds(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  return since(before)
}

/** The same for work that waits. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  return since(before)
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/**
 * How many times as long the large takes as the small, which counts as taking `least` milliseconds at least. A first result
 * above the limit may be code that was not compiled yet, or a pause to collect garbage: then it is measured twice more.
 */
export function timesAsLong(
  time: (size: number) => number,
  { small, large, least, limit }: { small: number; large: number; least: number; limit: number },
): number {
  const once = () => {
    const short = Math.max(least, time(small))
    return time(large) / short
  }
  const first = once()
  return first < limit ? first : Math.min(first, once(), once())
}
