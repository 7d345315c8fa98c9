/** A count with its noun in English: "1 passage", "3 passages". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
