/**
 * Does the same with every item, some at a time, in their order. Nothing is begun after a failure, and nothing still runs
 * when it is told.
 * @throws whatever the first work that failed has thrown.
 */
export async function eachAtOnce<T>(
  items: Iterable<T>,
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]()
  const failures: unknown[] = []
  const run = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      if (failures.length > 0) return
      try {
        await work(next.value)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: most }, run))
  if (failures.length > 0) throw failures[0]
}
