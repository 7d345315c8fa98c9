/** What is half the way round the globe: the error of a place that is not resolved at all. */
export const FARTHEST = 20_015

/** 100 miles, the usual limit for a place that counts as found. */
export const NEAR = 161

/** Share of errors within 161 km, and the middle one. An unresolved place counts as wrong by half the globe. */
export function distanceScores(errors: readonly number[]): { readonly accuracy: number; readonly median: number } {
  const sorted = [...errors].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
  return {
    accuracy: sorted.filter(error => error <= NEAR).length / Math.max(1, sorted.length),
    median: (low + high) / 2,
  }
}
