/** Lays lines of markup out one level deeper, as pages saved by a pretty-printer are. */
export function indent(lines: readonly string[], depth: number): string {
  const space = ' '.repeat(depth)
  return lines.map((line) => `${space}${line}`).join('\n')
}
