/** Archives of up to so many posts have the targets of the column. */
const columns = [10_000, 100_000, Infinity]

type Bound = number | readonly number[] | undefined

/** Upper bounds on two cores by the name of the row; none where the project has set itself none. */
const targets: Readonly<Record<string, readonly Bound[]>> = {
  'fresh build: peak memory': [500, 800, 1_500],
  'files in the output': [1_500, 10_000, 120_000],
  'rebuild, nothing changed': [0.3, 1, 15],
  'rebuild, one post added': [0.5, 1, 15],
  '`dev`, one post changed: pages load again, median': [1, 1],
  // Hugo cannot build the largest archives at all.
  "fresh build as a part of Hugo's time": [0.6, 0.5],
  "whole build as a part of Hugo's time": [1, 1],
  'first load: requests': [8, 8, 12],
  'first load: data': [60, 60, 90],
  'filter by one value, warm': [50, 50, 150],
  'filter by three facets, warm': [50, 50, 150],
  'script heap after a minute': [80, 80, 150],
  'longest task of that minute': [50, 50, 50],
  'article, warm neighbour': [50, 50, 50],
  'article, cold: data requests': [1, 1, 1],
  'cold query: bytes on the wire, median / p95': [
    [40, 100],
    [80, 200],
    [250, 800],
  ],
  'cold query: requests, p95': [6, 8, 16],
  'warm query: rows on the screen, median': [50, 50, 100],
  'index as a part of the folded text': [0.5, 0.5, 0.5],
  'build with search: peak memory': [300, 600, 1_000],
}

/** The bounds of a row for an archive of a size; what stands in brackets is not of its name. */
export function findTarget(what: string, size: number): readonly number[] | undefined {
  const column = columns.findIndex((upTo) => size <= upTo)
  const bound = targets[what.replace(/ \(.*\)$/, '')]?.[column]
  return bound === undefined ? undefined : [bound].flat()
}
