/**
 * Runs `work` on every item, at most `atOnce` of them at the same time, and yields the results in the order of the items.
 * The first failure ends the walk; results not yet asked for are dropped.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = []
  for (const item of items) {
    const result = work(item)
    // Its turn comes later; until then a failure must not count as unhandled.
    result.catch(() => {})
    running.push(result)
    if (running.length < atOnce) continue
    const first = running.shift()
    if (first !== undefined) yield await first
  }
  for (const result of running) yield await result
}
