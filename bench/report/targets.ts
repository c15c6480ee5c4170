import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** Archives of up to so many posts have the targets of the column. */
const columns = [10_000, 100_000, Infinity]

const targets = parse(readFileSync(new URL('targets.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly (number | readonly number[])[]>
>

/** The bounds of a row for an archive of a size; what stands in brackets is not of its name. */
export function findTarget(what: string, size: number): readonly number[] | undefined {
  const column = columns.findIndex((upTo) => size <= upTo)
  const bound = targets[what.replace(/ \(.*\)$/, '')]?.[column]
  return bound === undefined ? undefined : [bound].flat()
}
