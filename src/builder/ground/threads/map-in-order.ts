/**
 * Runs `work` on every item, at most `atOnce` concurrently, and yields the results in the order of the items. The
 * first failure ends the iteration; later results are dropped.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = []
  for (const item of items) {
    const result = work(item)
    // Awaited later; until then a failure must not count as an unhandled rejection.
    result.catch(() => {})
    running.push(result)
    if (running.length < atOnce) continue
    const first = running.shift()
    if (first !== undefined) yield await first
  }
  for (const result of running) yield await result
}
