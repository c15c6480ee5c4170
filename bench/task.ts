import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runProcess, type ProcessCost } from './measure/run-process.ts'
import type { PostSet } from './posts/post-set.ts'

/** What every part of the bench is given. */
export interface Task {
  /** File of the built command line. */
  program: string
  posts: PostSet
  runs: number
  work: string
}

/** The sites that parts leave for each other: `plain` has neither pages nor search. */
const siteFlags = {
  plain: ['--pages', 'none', '--no-search'],
  search: ['--pages', 'none'],
  whole: ['--pages', 'all'],
} as const
export type SiteKind = keyof typeof siteFlags

/** Where the site of a kind is built. */
export function siteOf({ posts, work }: Task, kind: SiteKind): string {
  return join(work, `site-${posts.name.replaceAll(/\W/g, '-')}-${kind}`)
}

/** Builds a site, over the one that is there. */
export function build(task: Task, kind: SiteKind): Promise<ProcessCost> {
  const { program, posts } = task
  const args = [program, 'build', ...posts.folders, '--out', siteOf(task, kind)]
  return runProcess({ command: process.execPath, args: [...args, ...siteFlags[kind]] })
}

export function buildFresh(task: Task, kind: SiteKind): Promise<ProcessCost> {
  const site = siteOf(task, kind)
  for (const folder of [site, `${site}.cache`]) rmSync(folder, { recursive: true, force: true })
  return build(task, kind)
}
