import { basename } from 'node:path'
import { changeKinds, type BuildReport } from '#contract/build-report.ts'
import type { PostProblem } from '#core/post/post.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import type { LocalPictures } from './pictures/local-pictures.ts'
import type { PostOrder } from './order/order-posts.ts'
import {
  countFolderPictures,
  countLost,
  countPictureData,
  listHosts,
  listPictureProblems,
} from './own-pictures/count-pictures.ts'
import type { Discovery } from '#builder/read/discover/discover-posts.ts'

/** What a report tells of the pictures that are kept beside the posts. */
type KeptPictures = Pick<LocalPictures, 'sum' | 'byAddress'>

/** The inputs of a report. */
export interface ReportSources {
  discovery: Discovery
  order: PostOrder
  /** Posts that share their address with others, but are no versions of them. */
  sharedAddresses?: number
  /** What was left out of excerpts and lengths. */
  recurring: BuildReport['recurring']
  /** Links from one post to another, see `resolve-links.ts`. */
  links?: NonNullable<BuildReport['links']>
  problems: PostProblem[]
  /** Number of files that held no post. */
  unreadable: number
  /** Files whose posts their writers kept from readers. */
  leftOut?: NonNullable<BuildReport['leftOut']>
  /** Pictures kept beside the posts; absent when there are none. */
  keptPictures?: KeptPictures | undefined
}

/** Builds the report: every file is a post, a copy, a version or unreadable. */
export function buildReport({
  discovery,
  order,
  sharedAddresses = 0,
  recurring,
  links,
  problems,
  unreadable,
  leftOut = [],
  keptPictures: kept,
}: ReportSources): BuildReport {
  const versions = order.posts.filter(({ supersededBy }) => supersededBy !== undefined).length
  return {
    files: discovery.files.length,
    posts: order.posts.length - versions,
    copies: order.copies.length,
    versions,
    versionsBy: order.versionsBy,
    ...(sharedAddresses === 0 ? {} : { sharedAddresses }),
    unreadable,
    ...(leftOut.length === 0 ? {} : { leftOut }),
    skipped: discovery.skipped.toSorted((a, b) => compareText(a.file, b.file)),
    copyOf: order.copies,
    collections: countCollections(discovery, order),
    recurring,
    ...(links === undefined ? {} : { links }),
    pictureHosts: countPictures(order),
    changes: countChanges(order),
    ...(kept?.sum === undefined ? {} : { keptPictures: kept.sum }),
    ...countPictureData(order.posts, kept?.byAddress.values() ?? []),
    ...countFolderPictures(order.posts),
    problems: [...discovery.problems, ...problems, ...listPictureProblems(order.posts)].toSorted(
      compareProblems,
    ),
  }
}

/** The report with more problems, sorted in. */
export function withProblems(report: BuildReport, problems: PostProblem[]): BuildReport {
  return { ...report, problems: [...report.problems, ...problems].toSorted(compareProblems) }
}

function countCollections(
  { collections }: Discovery,
  { posts }: PostOrder,
): BuildReport['collections'] {
  const counts = new Map(collections.map(({ name }) => [name, 0]))
  for (const { cached, supersededBy } of posts) {
    const count = counts.get(cached.collection)
    if (count !== undefined && supersededBy === undefined) counts.set(cached.collection, count + 1)
  }
  return collections
    .map(({ name, files, settings }) => ({
      collection: name,
      files,
      posts: counts.get(name) ?? 0,
      ...(settings === undefined ? {} : { settings: basename(settings) }),
    }))
    .toSorted((a, b) => compareText(a.collection, b.collection))
}

function countPictures({ posts }: PostOrder): NonNullable<BuildReport['pictureHosts']> {
  const counts = new Map<string, { pictures: number; posts: number }>()
  for (const { cached } of posts) {
    for (const { host, pictures } of listHosts(cached)) {
      const entry = counts.get(host) ?? { pictures: 0, posts: 0 }
      entry.pictures += pictures
      entry.posts++
      counts.set(host, entry)
    }
  }
  return [...counts]
    .map(([host, { pictures, posts: among }]) => ({ host, pictures, posts: among }))
    .toSorted((a, b) => b.pictures - a.pictures || compareText(a.host, b.host))
}

function countChanges({ posts }: PostOrder): NonNullable<BuildReport['changes']> {
  return changeKinds.flatMap((kind) => {
    const counts = posts
      .map(
        ({ cached }) =>
          (cached.changes?.[kind] ?? 0) + (kind === 'picture' ? countLost(cached) : 0),
      )
      .filter((sum) => sum > 0)
    const count = counts.reduce((sum, more) => sum + more, 0)
    return count === 0 ? [] : [{ kind, count, posts: counts.length }]
  })
}

type Problem = BuildReport['problems'][number]

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.field ?? '', b.field ?? '') ||
    compareText(a.reason, b.reason)
  )
}
