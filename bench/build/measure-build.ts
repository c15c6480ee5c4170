import { rmSync } from 'node:fs'
import { runProcess, type ProcessCost } from '../measure/run-process.ts'
import { addPost } from '../posts/added-post.ts'
import type { PostSet } from '../posts/post-set.ts'
import { toBuildCommand, type BuiltSite } from './program.ts'

/** One fresh build. `out` does not exist before. */
export async function measureFreshBuild(
  program: string,
  { folders }: PostSet,
  site: Omit<BuiltSite, 'folders'>,
): Promise<ProcessCost> {
  const { out } = site
  for (const folder of [out, `${out}.cache`]) rmSync(folder, { recursive: true, force: true })
  return runProcess(toBuildCommand(program, { ...site, folders }))
}

/** Builds again into the folder of an earlier build. */
export interface RebuildCosts {
  unchanged: ProcessCost
  oneAdded: ProcessCost
}

/** Rebuilds with nothing changed, then with one post more; afterwards the posts are as before and the site is built from them. */
export async function measureRebuilds(
  program: string,
  posts: PostSet,
  out: string,
): Promise<RebuildCosts> {
  const { folders } = posts
  const command = toBuildCommand(program, { folders, out, hasSearch: false })
  const unchanged = await runProcess(command)
  const takeAway = addPost(folders[0] ?? out)
  try {
    return { unchanged, oneAdded: await runProcess(command) }
  } finally {
    takeAway()
    await runProcess(command)
  }
}
