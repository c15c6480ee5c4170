import { writeBody } from './bodies/write-body.ts'
import type { ArchivePlan, CollectionPlan } from './plan/archive-plan.ts'
import { toDateText } from './plan/moment.ts'
import { drawFacts, type PostFacts } from './plan/post-facts.ts'
import type { CollectionRecipe } from './plan/recipe.ts'
import { makeRandom, mixSeed, type Random } from './random.ts'

export interface PostFile {
  /** Path below the archive's folder, with `/`. */
  path: string
  text: string
}

type Role = keyof CollectionRecipe['repeats'] | 'first'

/** Characters of a title that the mirror keeps in a file name. */
const fileNameCharacters = 50

/**
 * Writes the file with a number of a collection. Odd numbers may repeat the post before them, so
 * any file can be written without the others.
 */
export function makePostFile(
  archive: ArchivePlan,
  collection: CollectionPlan,
  number: number,
): PostFile {
  const role = drawRole(archive, collection, number)
  const original = role === 'first' ? number : number - 1
  const random = makePostRandom(archive, collection, original)
  const first = drawFacts(archive, collection, random)
  // One title of fifty thousand real ones stops strict YAML parsers; every archive here has one.
  if (collection.recipe.ownTags && original % 50_000 === 4) first.title += '\\智'
  const facts = role === 'repost' ? toRepost(first, number) : first
  const prose = archive.writers[facts.script]
  let body = writeBody({ facts, random, prose }, archive.options.profile)
  if (role === 'edition') body += prose.sentence(random)
  const isRepeated = role === 'first' && isRepeat(drawRole(archive, collection, number + 1))
  const isCurrent = !isRepeat(role) && (isRepeated || random.chance(collection.recipe.current))
  return { path: toPath(facts, collection, isCurrent), text: toPostText(facts, body, collection) }
}

/** Whether a file tells of the same post as the one before it. */
function isRepeat(role: Role): boolean {
  return role === 'copy' || role === 'edition'
}

function drawRole(archive: ArchivePlan, collection: CollectionPlan, number: number): Role {
  if (number % 2 === 0 || number >= collection.files) return 'first'
  const { copy, edition, repost } = collection.recipe.repeats
  // Only every second file can repeat one, so it does so twice as often.
  const share = makePostRandom(archive, collection, -number).fraction() / 2
  if (share < copy) return 'copy'
  if (share < copy + edition) return 'edition'
  return share < copy + edition + repost ? 'repost' : 'first'
}

/** The random numbers of one post: independent of all others, so that any post can be drawn alone. */
function makePostRandom(
  { options }: ArchivePlan,
  { index }: CollectionPlan,
  number: number,
): Random {
  return makeRandom(mixSeed(options.seed, 100 + index, number))
}

function toRepost(facts: PostFacts, number: number): PostFacts {
  const moment = facts.moment + (number % 97) * 3_600_000 + 61_000
  const epoch = facts.epoch === undefined || facts.epoch === 'NaN' ? {} : { epoch: String(moment) }
  const title = `（${number % 7 === 0 ? '全' : '更新'}）${facts.title}`
  return { ...facts, moment, ...epoch, title }
}

function toPostText(facts: PostFacts, body: string, { recipe }: CollectionPlan): string {
  const feed = `[ ${facts.source.feed} ]`
  const head = `---
layout: post
title: "${facts.title.replaceAll('"', '\\"')}"
date: ${toDateText(facts.moment, facts.dateForm)}
author: ${facts.author}
from: ${facts.url}
tags: ${facts.tags.length === 0 ? feed : `[ ${facts.tags.join(', ')} ]`}
${recipe.comments ? 'comments: True\n' : ''}categories: ${feed}
---`
  if (facts.epoch === undefined) return `${head}\n\n${body}\n`
  const link = `[${facts.title}](${facts.url})`
  return `${head}\n<!--${facts.epoch}-->\n${link}\n------\n\n<div>\n${body}\n</div>\n`
}

function toPath(facts: PostFacts, { recipe }: CollectionPlan, isCurrent: boolean): string {
  const day = new Date(facts.moment).toISOString().slice(0, 10)
  const characters = Array.from(facts.title.replaceAll('/', '-'))
  const name = characters.slice(0, fileNameCharacters).join('').trim()
  return `${recipe.name}/${isCurrent ? '_posts' : `archived/${day}`}/${day}-${name}.md`
}
