import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const paths = v.array(v.string())

const recordShape = v.object({
  version: v.literal(1),
  /** Id of the build that all of it is of. */
  build: v.string(),
  /** Size of every kept file in bytes, by its path in the cache. */
  sizes: v.record(v.string(), count),
  /** What any list needs: the reader itself, and the files that lists share. */
  shared: paths,
  lists: v.array(
    v.object({
      /** The list's filter, as `toSearchParams` writes it; empty for the whole archive. */
      query: v.string(),
      /** Posts that the list had when it was kept. */
      posts: count,
      /** How many of them are kept: fewer where the device had no room for all. */
      kept: count,
      files: paths,
    }),
  ),
  /** Articles that were read, the one read last at the end. */
  read: v.array(v.object({ id: v.string(), files: paths })),
})

/** What is kept of a site on this device: one build of it, replaced as a whole. */
export type KeptRecord = v.InferOutput<typeof recordShape>

/** One list that is kept. */
export type KeptListEntry = KeptRecord['lists'][number]

/** Parses a record; anything else is no record. */
export function parseKeptRecord(value: unknown): KeptRecord | undefined {
  const result = v.safeParse(recordShape, value)
  return result.success ? result.output : undefined
}

/** Paths of all files that a record names. */
export function listKeptPaths({
  shared,
  lists,
  read,
}: Pick<KeptRecord, 'shared' | 'lists' | 'read'>): Set<string> {
  const all = new Set(shared)
  for (const { files } of [...lists, ...read]) for (const path of files) all.add(path)
  return all
}

/** Size of some of its files, each counted once, bytes. */
export function sumKeptBytes(
  { sizes }: Pick<KeptRecord, 'sizes'>,
  files: Iterable<string>,
): number {
  let sum = 0
  for (const path of new Set(files)) sum += sizes[path] ?? 0
  return sum
}

/**
 * A record of what is given, with the sizes of its own files alone.
 * @throws Error for a file without a size: nobody has kept it.
 */
export function toKeptRecord(
  parts: Omit<KeptRecord, 'version' | 'sizes'>,
  sizes: KeptRecord['sizes'],
): KeptRecord {
  const own = [...listKeptPaths(parts)].map((path) => {
    const size = sizes[path]
    if (size === undefined) throw new Error(`${path} is not kept`)
    return [path, size] as const
  })
  return { version: 1, ...parts, sizes: Object.fromEntries(own) }
}

/** Files of the articles that were read and are in no list. */
export function listReadOnly({
  shared,
  lists,
  read,
}: Pick<KeptRecord, 'shared' | 'lists' | 'read'>): Set<string> {
  const others = listKeptPaths({ shared, lists, read: [] })
  return new Set(read.flatMap(({ files }) => files).filter((path) => !others.has(path)))
}
