import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Which tests a change calls for at once; tests of other rooms that use these are left to the whole check. */
export interface ChangedTests {
  /** Commit that the change is compared with. */
  base: string
  /** Files of tests. */
  paths: string[]
}

/** The tests of the rooms that differ from where this branch left the main one, in commits or in the working tree. */
export function findChangedTests(): ChangedTests {
  const mains = ['origin/main', 'main'].map((main) => git(['merge-base', 'HEAD', main]).trim())
  const base = mains.find((commit) => commit !== '') ?? 'HEAD'
  const changed = git(['diff', '--name-only', '--no-renames', base]).split('\n')
  const untracked = git(['ls-files', '--others', '--exclude-standard']).split('\n')
  return { base, paths: toTestPaths([...changed, ...untracked]) }
}

/** The tests of the rooms that some files lie in. */
export function toTestPaths(files: readonly string[]): string[] {
  const sources = files.filter((file) => /^(?:src|scripts)\//.test(file))
  return [...new Set(sources.map(toRoom))].flatMap(listTests).toSorted()
}

// The builder and the reader are houses of several rooms.
const houses = ['src/builder', 'src/reader']

function toRoom(file: string): string {
  const folder = dirname(file)
  const depth = houses.some((house) => folder.startsWith(`${house}/`)) ? 3 : 2
  return folder.split('/').slice(0, depth).join('/')
}

function listTests(room: string): string[] {
  if (!existsSync(room)) return []
  return readdirSync(room, { recursive: !houses.includes(room), encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `${room}/${name}`)
}

function git(args: string[]): string {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout : ''
}
