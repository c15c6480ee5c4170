import { toFigureRows } from './figure-rows.ts'
import type { SetResults } from './results.ts'

const intro = `# Benchmarks

Written by \`npm run bench\`; do not edit by hand. How the figures are made:

- **Posts**: \`bench/generate\` writes archives of any size, the same bytes for the same seed, with the mix of measured
  archives: sizes of bodies, scripts, hosts, authors, tags, times, repeated posts, whole pages with their chrome. Up to 500,000
  posts the bodies are as long as real ones; above, articles are cut short. \`--posts DIR...\` takes real posts instead.
- **Build**: whole processes of the published program (bundled from the sources first), \`build --pages none\`, into an
  empty folder; then again with nothing changed, then with one post more. Files are in the system's cache.
- **Memory**: resident memory of the whole process tree, read from \`/proc\` every 25 ms, or the kernel's own peak of the
  largest process where that is more. Pages that processes share count in each.
- **Hugo, Jekyll**: where installed, on hard links to the same posts with the front matter as it is and the least of themes: a page a post, lists
  of fifty, term pages (Hugo), feeds of a hundred, no search, no sanitizing. Runs alternate with Broadsheet's. A post
  whose front matter stops Hugo's whole build is left out for Hugo. A program that takes over a minute runs once.
- **Reader**: Chromium with a fresh profile for every measurement, 1280 x 900, the program's own server on the same machine, no
  network in between, no throttling; other hosts are cut off. Bytes are those on the wire, compressed, headers included. Times run inside the page, from
  the click to the frame that shows the result. _Warm_ means that the same click has been made once before. The minute scrolls with the
  wheel and jumps to another place every three seconds; the heap is read after a garbage collection, array buffers included.
`

/** Load below which nothing else was going on. */
const quietLoad = 0.7

/** The report as a page of documentation. */
export function toMarkdown(sets: readonly SetResults[], versions: readonly string[]): string {
  const sections = sets.map((set) => `${toHeading(set)}\n\n${toTable(set)}\n`)
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

/** The figures of one set as a table of Markdown; read on a terminal as it is. */
export function toTable(set: SetResults): string {
  const rows = toFigureRows(set).map(({ what, measured, target, isMet }) => [
    what,
    measured,
    target,
    isMet === undefined ? '' : isMet ? 'met' : '**missed**',
  ])
  const table = [['', 'measured', 'target', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(3, ...table.map((cells) => (cells[column] ?? '').length)),
  )
  const lines = table.map(
    (cells) => `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}
