import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProcess } from '../measure/run-process.ts'
import { figure, row, type Row, type Table } from '../report/row.ts'
import { openBuiltSite, readBodies } from '../search/site-rows.ts'
import { makeAddressFinder } from '../search/site-addresses.ts'
import { compareAddresses } from './compare-addresses.ts'
import { listDocumentedAddresses } from './documented-addresses.ts'
import { countKept, elements, type ElementName } from './elements.ts'
import { countFolderPictures } from './folder-pictures.ts'
import { findRawMark } from './raw-marks.ts'

/** What measuring an archive needs. */
export interface ArchiveTask {
  /** File of the built command line. */
  program: string
  folder: string
  work: string
}

/** A line of `jekyll-posts.rb`. */
interface JekyllLine {
  file: string
  html: string
  addresses: string[]
}

/** Articles that show raw marks are listed up to here. */
const mostShown = 8

/** Builds one archive and compares its articles with what Jekyll makes of the same files. */
export async function measureArchive({ program, folder, work }: ArchiveTask): Promise<Table> {
  const name = basename(folder)
  const place = join(work, `archive-${name}`)
  mkdirSync(place, { recursive: true })
  const site = join(place, 'site')
  const report = join(place, 'report.json')
  const flags = ['--pages', 'none', '--no-search', '--cache', `${site}.cache-${process.pid}`]
  const args = [program, 'build', folder, '--out', site, '--report', report, ...flags]
  const cost = await runProcess({ command: process.execPath, args })
  const articles = new Map<string, string>()
  const ids = new Map<string, string>()
  const built = await openBuiltSite(site)
  for await (const { file, parts, id } of readBodies(built)) {
    const path = file.slice(file.indexOf('/') + 1)
    articles.set(path, parts.join(''))
    ids.set(path, id)
  }
  const { articles: theirs, addresses } = await renderWithJekyll(folder, place)
  const known = addresses.size > 0 ? addresses : listDocumentedAddresses(folder)
  const find = await makeAddressFinder(built)
  const {
    posts,
    files,
    links,
    leftOut = [],
  } = JSON.parse(await readFile(report, 'utf8')) as {
    posts: number
    files: number
    links: { inside: number; posts: number; missing: number }
    leftOut?: unknown[]
  }
  const raw = [...articles].flatMap(([file, html]) => {
    const mark = findRawMark(html)
    return mark === undefined ? [] : [`${file}: ${mark}`]
  })
  for (const line of raw.slice(0, mostShown)) console.log(`  ${line}`)
  return {
    title: name,
    peer: theirs.size > 0 ? 'Jekyll' : undefined,
    rows: [
      figure('posts shown', posts),
      figure('posts meant to be shown', theirs.size > 0 ? theirs.size : files - leftOut.length),
      {
        what: 'articles with raw marks',
        measured: toShare(raw.length, articles.size),
        values: [toPercent(raw.length, articles.size)],
        unit: '%',
        peer: listJekyllMarks(theirs),
      },
      ...compareElements(articles, theirs),
      ...countPictures(folder, site),
      ...(await compareAddresses({ addresses: known, ids, find })),
      row(
        'links between posts',
        `${links.inside} in ${links.posts} posts, ${links.missing} named but not there`,
      ),
      row(
        'fresh build',
        `${(cost.wallMs / 1000).toFixed(1)} s (processor ${(cost.cpuMs / 1000).toFixed(1)} s)`,
      ),
    ],
  }
}

function listJekyllMarks(theirs: ReadonlyMap<string, string>): string | undefined {
  if (theirs.size === 0) return undefined
  const raw = [...theirs.values()].filter((html) => findRawMark(html) !== undefined)
  return toShare(raw.length, theirs.size)
}

function compareElements(
  articles: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
): Row[] {
  const pairs = [...theirs].flatMap(([file, html]) => {
    const ours = articles.get(file)
    return ours === undefined ? [] : [[ours, html] as const]
  })
  return (Object.keys(elements) as ElementName[]).flatMap((name) => {
    const { expected, kept } = countKept(pairs, name)
    const values = [toPercent(kept, expected)]
    const measured = toShare(kept, expected)
    return expected === 0 ? [] : [{ what: `${name} kept`, measured, values, least: 99.5 }]
  })
}

function countPictures(folder: string, site: string): Row[] {
  const { expected, kept } = countFolderPictures(folder, site)
  if (expected === 0) return []
  const measured = toShare(kept, expected)
  const values = [toPercent(kept, expected)]
  return [{ what: 'pictures of the folder shown', measured, values, least: 100 }]
}

function toShare(part: number, whole: number): string {
  return `${toPercent(part, whole).toFixed(2)} % (${part} of ${whole})`
}

function toPercent(part: number, whole: number): number {
  return (part / Math.max(1, whole)) * 100
}

/** What Jekyll makes of the posts of an archive, by their path. */
interface JekyllPosts {
  articles: Map<string, string>
  addresses: Map<string, string[]>
}

/** The posts of a Jekyll archive as Jekyll renders them; none where it is not installed or not one. */
async function renderWithJekyll(folder: string, place: string): Promise<JekyllPosts> {
  const [articles, addresses] = [new Map<string, string>(), new Map<string, string[]>()]
  const rendered = { articles, addresses }
  if (!existsSync('/usr/bin/jekyll') || !existsSync(join(folder, '_config.yml'))) return rendered
  const script = fileURLToPath(new URL('jekyll-posts.rb', import.meta.url))
  const rendering = await runProcess({
    command: 'ruby',
    args: [script, resolve(folder), resolve(place)],
    env: { LANG: 'C.UTF-8' },
    // A site of another program has settings that Jekyll refuses.
  }).catch(() => undefined)
  for (const line of rendering?.stdout.split('\n') ?? []) {
    if (line === '') continue
    const { file, html, addresses: own } = JSON.parse(line) as JekyllLine
    articles.set(relative('.', file), html)
    addresses.set(relative('.', file), own)
  }
  return rendered
}
