import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watch, type FSWatcher } from 'chokidar'
import { buildArchive } from '../build-archive.ts'
import { BuildError } from '../build-error.ts'
import type { BuildOptions } from '../build-options.ts'
import { toPackageRoot } from '../package-files.ts'
import { WatchedFolders } from '../read/watched-folders.ts'
import { openReaderApp, type ReaderApp } from '../reader-app.ts'
import { makeDevReload } from '../serve/dev-reload.ts'
import { readSiteBase } from '../serve/site-base.ts'
import { makeSiteHandler } from '../serve/site-handler.ts'
import { startServer } from '../serve/start-server.ts'
import type { SiteFlags } from './build-command.ts'
import type { ConsoleIo } from './console-io.ts'
import { makeConsoleProgress } from './console-progress.ts'
import { makeRebuilder } from './rebuilder.ts'
import { toAccountLine } from './report-text.ts'
import type { ListenFlags } from './serve-command.ts'

/** Builds into a temporary folder, serves it, and builds again whenever a post changes, until stopped. */
export async function runDev(
  folders: string[],
  { host, port, ...flags }: SiteFlags & ListenFlags,
  io: ConsoleIo,
): Promise<number> {
  const posts = folders.length > 0 ? folders : [join(toPackageRoot(), 'examples')]
  const home = await mkdtemp(join(tmpdir(), 'broadsheet-dev-'))
  const out = join(home, 'site')
  try {
    const options: BuildOptions = { ...flags, folders: posts, out }
    const work = openWork(io)
    await buildOnce(options, work)
    const base = await readSiteBase(out)
    const reload = makeDevReload(base)
    const site = makeSiteHandler({
      folder: out,
      base,
      changePage: (html) => reload.changePage(html),
    })
    const server = await startServer(reload.wrap(site), { host, port })
    io.out(`Reading ${posts.join(', ')} at ${server.origin}${base}`)
    const rebuild = async (search: BuildOptions['search']) => {
      const isBuilt = await tryBuild({ ...options, base, search }, work)
      if (isBuilt) reload.reload()
      return isBuilt
    }
    const rebuilder = makeRebuilder({
      build: async () => {
        const isLater = flags.search && work.posts > mostIndexedAtOnce
        return (await rebuild(isLater ? 'later' : flags.search)) && isLater
      },
      complete: async () => {
        await rebuild(flags.search)
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

// Indexing more takes longer than the eye waits: a changed post is shown first.
const mostIndexedAtOnce = 1_000

/** What the builds of one run share. */
interface DevWork {
  io: ConsoleIo
  /** Posts of the last build. */
  posts: number
  watched: WatchedFolders
  openReaderApp: () => Promise<ReaderApp>
}

function openWork(io: ConsoleIo): DevWork {
  let opened: Promise<ReaderApp> | undefined
  return {
    io,
    posts: 0,
    watched: new WatchedFolders(),
    openReaderApp: () => (opened ??= openReaderApp()),
  }
}

async function buildOnce(options: BuildOptions, work: DevWork): Promise<void> {
  const { report } = await buildArchive(options, {
    openReaderApp: work.openReaderApp,
    look: (folders) => work.watched.look(folders),
    progress: makeConsoleProgress(work.io),
  })
  work.posts = report.posts
  work.io.out(toAccountLine(report))
}

/** A failed build leaves the last good site as it is; the reason is shown. */
async function tryBuild(options: BuildOptions, work: DevWork): Promise<boolean> {
  try {
    await buildOnce(options, work)
    return true
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    work.watched.forget()
    work.io.err(`${error.message} ${error.hint} The last good site is still served.`)
    return false
  }
}

// Of the pictures beside the posts only their account: it changes after every one of them.
const notWatched = /[/\\](?:\.git|node_modules)(?:[/\\]|$)|[/\\]_images[/\\](?!images\.jsonl$)/

function watchPosts(folders: string[], watched: WatchedFolders, onChange: () => void): FSWatcher {
  const watcher = watch(folders, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => notWatched.test(path),
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 25 },
  })
  // Until then a change may go unnoticed: what the first build saw is not relied on.
  watcher.on('ready', () => watched.forget())
  // Part of what happened may be lost, so all is looked at again, and again at the next build.
  watcher.on('error', () => {
    watched.forget()
    onChange()
  })
  return watcher.on('all', (event, path) => {
    watched.note(event, path)
    onChange()
  })
}
