// For tests: what a folder holds of its newest build.
import { readFolder } from '#testing/make-archive.ts'
import { markerPath, parseGenerations } from '#builder/site/write/generations.ts'

/** Files of the newest build in a folder as text; those it keeps of the build before are left out. */
export async function readNewestBuild(out: string): Promise<Map<string, string>> {
  const all = await readFolder(out)
  const newest = parseGenerations(all.get(markerPath) ?? '')?.generations[0]?.files ?? []
  return new Map(newest.map((path) => [path, all.get(path) ?? 'missing']))
}
