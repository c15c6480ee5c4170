import { toFigureRows } from './figure-rows.ts'
import type { SearchFigures, SetResults } from './results.ts'
import { toSearchRows } from './search-rows.ts'
import { findTargets } from './targets.ts'

const intro = `# Benchmarks

Written by \`npm run bench\`; do not edit by hand. How the figures are made:

- **Posts**: \`bench/generate\` writes archives of any size, the same bytes for the same seed, with the mix of measured
  archives: sizes of bodies, scripts, hosts, authors, tags, times, repeated posts, whole pages with their chrome. Up to 500,000
  posts the bodies are as long as real ones; above, articles are cut short. \`--posts DIR...\` takes real posts instead.
- **Build**: whole processes of the published program (bundled from the sources first), \`build --pages none\`, into an
  empty folder; then again with nothing changed, then with one post more. Search is left out here. Files are in the system's cache.
- **dev**: \`dev\` with its usual options serves the posts; ten of them, spread over the archive, get a line more, one every three seconds. From before the file is written until open pages are told to load
  themselves again. The first change, which finds the program cold, is told apart.
- **Memory**: resident memory of the whole process tree, read from \`/proc\` every 25 ms, or the kernel's own peak of the
  largest process where that is more. Pages that processes share count in each.
- **Hugo, Jekyll**: where installed, on hard links to the same posts with the front matter as it is and the least of themes: a page a post, lists
  of fifty, term pages (Hugo), feeds of a hundred, no search, no sanitizing. Runs alternate with Broadsheet's. A post
  whose front matter stops Hugo's whole build is left out for Hugo. A program that takes over a minute runs once.
- **Whole build**: the same with a page for every post and everything else a site has, search included; Hugo's runs, as above, in turn with it. A page is a post.
- **Lighthouse**: its own simulation of a slow phone on a slow network (mobile, the default), the program's server on the same machine; the timeline and the newest article of 300 words or
  characters and more without a picture of another host, which could not be loaded. Medians of the runs. On a busy machine the performance is too low: processor time counts in it.
- **Reader**: Chromium with a fresh profile for every measurement, 1280 x 900, the program's own server on the same machine, no
  network in between, no throttling; other hosts are cut off. Bytes are those on the wire, compressed, headers included. Times run inside the page, from
  the click to the frame that shows the result. _Warm_ means that the same click has been made once before;
  filters are then clicked three times, and the medians count. The minute scrolls with the wheel and jumps to another place every
  three seconds, by the bar and through the calendar in turn; the heap is read after a garbage collection, array buffers included.
- **Search**: 1,000 pieces of 2 to 8 characters from random places of the texts (cut short where they would begin or end inside a word), and 200 words, phrases
  of two words, and words beside a Chinese piece. What should be found is what looking through all folded texts finds.
  _Recall_ is over all results, the mean of all queries. A _cold_ query has nothing fetched: the index's root and blocks count, not the program nor the rows that
  are shown. A _warm_ one is another query of the same visit: from the Enter key (while somebody types, a pause of 120 ms comes before) to the frame that shows the
  rows of the result, and to the frame that shows the first hit marked, which waits for the body where the hit is in there. Builds with and without search run in turn; above 200,000 posts only the one with it is run here.
- **Pagefind**: gets the same texts as a page each, all as one language (each would have an index of its own otherwise, and a query sees one of them), and the same
  queries through its programming interface in the same browser. Its entry file, metadata and index chunks count, not its program nor the texts of its results;
  every fourth query is asked cold. _Warm_ is until the first ten results and their texts are there, nothing drawn. It is left out above 20,000 posts, where it would
  need more memory than most machines have: half a megabyte a post and more. The Chinese of generated texts is made-up words, which Pagefind cannot part as it
  parts real ones.
`

/** Load below which nothing else was going on. */
const quietLoad = 0.7

/** The report as a page of documentation. */
export function toMarkdown(sets: readonly SetResults[], versions: readonly string[]): string {
  const sections = sets.map((set) => `${toHeading(set)}\n\n${toTables(set)}\n`)
  return `${intro}\nVersions: ${versions.join(', ')}.\n\n${sections.join('\n')}`
}

function toHeading({ name, machine, measuredOn, loadBefore }: SetResults): string {
  // Other work on the machine falsifies every time that follows; processor times, memory and counts stay right.
  const busy =
    loadBefore > quietLoad
      ? ` **The machine was busy with other work** (load ${loadBefore.toFixed(1)}): times on the clock are too long.`
      : ''
  return `## ${name} posts\n\n${machine}, ${measuredOn}.${busy}`
}

/** The figures of one set as tables of Markdown; read on a terminal as they are. */
export function toTables(set: SetResults): string {
  const rows = toFigureRows(set).map(({ what, measured, target, isMet }) => [
    what,
    measured,
    target,
    toVerdict(isMet),
  ])
  return [
    ...(rows.length === 0 ? [] : [toTable([['', 'measured', 'target', ''], ...rows])]),
    ...(set.search === undefined ? [] : [toSearchTable(set.search, set.size)]),
  ].join('\n\n')
}

function toSearchTable(figures: SearchFigures, size: number): string {
  const bounds = findTargets(size)
  const peer = figures.pagefind === undefined ? '' : `Pagefind ${figures.pagefind.version}`
  const rows = toSearchRows(figures, bounds.search).map((row) => [
    row.what,
    row.measured,
    row.target,
    toVerdict(row.isMet),
    row.peer,
  ])
  const cells = [['search', 'measured', 'target', '', peer], ...rows]
  return toTable(peer === '' ? cells.map((line) => line.slice(0, 4)) : cells)
}

function toVerdict(isMet: boolean | undefined): string {
  if (isMet === undefined) return ''
  return isMet ? 'met' : '**missed**'
}

/** Lines of cells, the first as heading. */
function toTable(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(3, ...table.map((cells) => (cells[column] ?? '').length)),
  )
  const lines = table.map(
    (cells) => `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}
