// For tests: the files of the newest build in a folder.
import { readFolder } from '#testing/make-archive.ts'
import { markerPath, parseGenerations } from '#builder/site/write/generations.ts'

/** Files of the newest build in a folder, as text, without those it keeps of the previous build. */
export async function readNewestBuild(out: string): Promise<Map<string, string>> {
  const all = await readFolder(out)
  const newest = parseGenerations(all.get(markerPath) ?? '')?.generations[0]?.files ?? []
  return new Map(newest.map((path) => [path, all.get(path) ?? 'missing']))
}
