/** One fault when the counts differ, none when they agree. */
export function expectCount(what: string, found: number, expected: number): string[] {
  return found === expected ? [] : [`${what}: found ${found}, expected ${expected}`]
}
