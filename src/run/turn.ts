/** Lets others of this thread have their turn: reading an article takes some hundredths of a second. */
export function turn(): Promise<void> {
  return new Promise(done => setImmediate(done))
}
