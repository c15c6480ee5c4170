import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watch, type FSWatcher } from 'chokidar'
import { buildArchive } from '../build/build-archive.ts'
import { deferGarbage } from '#builder/ground/threads/bound-garbage.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import type { BuildOptions, PageChoice } from '#builder/site/plan/build-options.ts'
import { toPackageRoot } from '#builder/ground/program/package-files.ts'
import { parseWords } from '#builder/read/about/parse-words.ts'
import { listSettingsAbove } from '#builder/read/discover/site-folder.ts'
import { WatchedFolders } from '#builder/read/discover/watched-folders.ts'
import { openReaderApp, type ReaderApp } from '#builder/site/plan/reader-app.ts'
import { makeDevReload } from '../serve/dev-reload.ts'
import { readSiteBase } from '#builder/site/write/site-base.ts'
import { makeSiteHandler } from '../serve/site-handler.ts'
import { startServer } from '../serve/start-server.ts'
import { openDisk } from '#builder/ground/disk/disk.ts'
import { makeRememberingDisk } from '#builder/ground/disk/remembering-disk.ts'
import type { SiteFlags } from '../build/build-command.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { makeConsoleProgress } from '../console/console-progress.ts'
import { makeRebuilder } from './rebuilder.ts'
import { toAccountLine } from '../console/report-text.ts'
import type { ListenFlags } from '../serve/serve-command.ts'

/** Options of `dev`: those of a build, except that large archives get no pages unless `--pages` is given. */
export type DevFlags = Omit<SiteFlags, 'pages'> & { pages?: PageChoice }

/** Builds into a temp folder, serves it, and rebuilds whenever a post changes, until stopped. */
export async function runDev(
  folders: string[],
  { host, port, allowHost: names, ...flags }: DevFlags & ListenFlags,
  io: ConsoleIo,
): Promise<number> {
  const posts = folders.length > 0 ? folders : [join(toPackageRoot(), 'examples')]
  const home = await mkdtemp(join(tmpdir(), 'broadsheet-dev-'))
  const out = join(home, 'site')
  try {
    const work = openWork(io, flags.drafts === true)
    const { discovery } = await work.watched.look(posts)
    const isLarge = discovery.files.length > mostAtOnce
    const pages = flags.pages ?? (isLarge ? 'none' : 'all')
    const options: BuildOptions = { ...flags, pages, folders: posts, out }
    await buildOnce(options, work)
    deferGarbage(discovery.files.length)
    const base = await readSiteBase(out)
    const reload = makeDevReload(base)
    const site = makeSiteHandler({
      folder: out,
      base,
      changePage: (html) => reload.changePage(html),
    })
    const server = await startServer(reload.wrap(site), { host, port, names })
    if (flags.pages === undefined && isLarge) io.out(withoutPages)
    io.out(`Reading ${posts.join(', ')} at ${server.origin}${base}`)
    work.onPublished = () => {
      reload.reload()
    }
    const rebuild = (search: BuildOptions['search'], signal?: AbortSignal) =>
      tryBuild({ ...options, base, search }, { ...work, signal })
    const isLater = flags.search && isLarge
    const rebuilder = makeRebuilder({
      build: async () => (await rebuild(isLater ? 'later' : flags.search)) && isLater,
      complete: async (signal) => {
        await rebuild(flags.search, signal)
      },
    })
    const watcher = watchPosts(posts, work.watched, rebuilder.request)
    await io.untilStopped()
    await watcher.close()
    await rebuilder.stop()
    await server.close()
    return 0
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

// Indexing more posts, or writing a page for each, takes longer than an author wants to wait for a change.
const mostAtOnce = 1_000

const withoutPages = `More than ${mostAtOnce} posts: pages are not prerendered unless you give --pages all`

/** State that the builds of one run share. */
interface DevWork {
  io: ConsoleIo
  watched: WatchedFolders
  /** Sizes of the files in the site's folder, see `makeRememberingDisk`. */
  sizes: Map<string, number | undefined>
  openReaderApp: () => Promise<ReaderApp>
  /** See `BuildTools`, as for `onPublished`. */
  signal?: AbortSignal | undefined
  onPublished?: (() => void) | undefined
}

function openWork(io: ConsoleIo, drafts: boolean): DevWork {
  let opened: Promise<ReaderApp> | undefined
  return {
    io,
    watched: new WatchedFolders(drafts, parseWords),
    sizes: new Map(),
    openReaderApp: () => (opened ??= openReaderApp()),
  }
}

async function buildOnce(options: BuildOptions, work: DevWork): Promise<void> {
  const { report } = await buildArchive(options, {
    openReaderApp: work.openReaderApp,
    look: (folders) => work.watched.look(folders),
    disk: makeRememberingDisk(openDisk(options.out), work.sizes),
    progress: makeConsoleProgress(work.io),
    signal: work.signal,
    onPublished: work.onPublished,
  })
  work.io.out(toAccountLine(report))
}

/** Builds; when that fails, prints the reason and keeps the last good site. */
async function tryBuild(options: BuildOptions, work: DevWork): Promise<boolean> {
  try {
    await buildOnce(options, work)
    return true
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    if (work.signal?.aborted === true) return false
    work.watched.forget()
    work.io.err(`${error.message} ${error.hint} The last good site is still served.`)
    return false
  }
}

// In the folder of pictures only the ledger is watched: it changes after every download.
const notWatched = /[/\\](?:\.git|node_modules)(?:[/\\]|$)|[/\\]_images[/\\](?!images\.jsonl$)/

function watchPosts(folders: string[], watched: WatchedFolders, onChange: () => void): FSWatcher {
  // A pattern would not do: settings that do not exist yet may come.
  const above = [...new Set(folders.flatMap(listSettingsAbove))]
  const watcher = watch([...folders, ...above], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => notWatched.test(path),
  })
  watcher.on('ready', () => {
    // Changes before this moment may have gone unnoticed, so the list of the first build is not trusted.
    watched.forget()
    // Scans ahead of the first change. An error here occurs again, and is reported, in the next build.
    watched.look(folders).catch(() => {})
  })
  // Events may be lost, so everything is scanned again now and at the next build.
  watcher.on('error', () => {
    watched.forget()
    onChange()
  })
  return watcher.on('all', (event, path) => {
    watched.note(event, path)
    onChange()
  })
}
