import { makeRandom, makeWeighted, makeZipf, mixSeed, type DrawRank } from '../random.ts'
import { makeWriters, type Prose, type Script } from '../text/prose.ts'
import { makeMoments, type DrawMoment } from './moment.ts'
import { recipes, type CollectionRecipe, type FeedRecipe } from './recipe.ts'

/** What is asked of the generator. */
export interface ArchiveOptions {
  /** Number of post files, copies and versions included. */
  size: number
  seed: number
  /** `full`: bodies as long as real ones, 5 KB on average. `light`: shortened to 1.5 KB. */
  profile: 'full' | 'light'
}

/** One feed that a collection mirrors. */
export interface Source extends Pick<FeedRecipe, 'family' | 'host' | 'scripts' | 'text'> {
  /** Its name: both tag and category of its posts. */
  feed: string
  authors: readonly string[]
  drawAuthor: DrawRank
}

export interface CollectionPlan {
  recipe: CollectionRecipe
  /** Place among the collections, for seeds. */
  index: number
  files: number
  sources: readonly Source[]
  drawSource: DrawRank
  drawMoment: DrawMoment
  /** Tags of its own, the most frequent first. */
  tags: readonly string[]
  drawTag: DrawRank
}

export interface ArchivePlan {
  options: ArchiveOptions
  writers: Record<Script, Prose>
  collections: readonly CollectionPlan[]
}

/** Size of the archives that the recipes' numbers come from. */
const measuredSize = 50_547

/** Decides collections, sources, authors and tags. The same options give the same plan. */
export function planArchive(options: ArchiveOptions): ArchivePlan {
  const writers = makeWriters()
  let left = options.size
  const collections = recipes.map((recipe, index) => {
    const isLast = index === recipes.length - 1
    const files = isLast ? left : Math.min(left, Math.round(options.size * recipe.share))
    left -= files
    return planCollection({ recipe, index, files }, options, writers)
  })
  return { options, writers, collections }
}

function planCollection(
  base: Pick<CollectionPlan, 'recipe' | 'index' | 'files'>,
  { size, seed }: ArchiveOptions,
  writers: Record<Script, Prose>,
): CollectionPlan {
  const { recipe, index, files } = base
  const growth = (size / measuredSize) ** 0.35
  const nextName = makeNames(mixSeed(seed, index), writers)
  const weighted = recipe.feeds.flatMap((feed) => planSources(feed, growth, nextName))
  const tags = makeTags(Math.max(8, Math.round(1_273 * growth)), writers)
  const bursts = Math.ceil(files / 160)
  return {
    ...base,
    sources: weighted.map(({ source }) => source),
    drawSource: makeWeighted(weighted.map(({ weight }) => weight)),
    drawMoment: makeMoments(recipe.years, bursts, mixSeed(seed, index, 1)),
    tags,
    drawTag: makeZipf(tags.length, 0.9, 3),
  }
}

function planSources(feed: FeedRecipe, growth: number, nextName: (script: Script) => string) {
  const weights = Array.from({ length: feed.feeds }, (_, at) => 1 / (at + 1.6))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight, at) => {
    const script = feed.scripts[at % feed.scripts.length] ?? 'zh-Hans'
    const name = nextName(script)
    const count = Math.max(1, Math.round((feed.authors * growth * weight) / total))
    const source: Source = {
      ...feed,
      feed: name,
      authors: [name, ...Array.from({ length: count - 1 }, () => nextName(script))],
      drawAuthor: makeZipf(count, 1, 0.2),
      // A channel speaks one language; the feeds of a community have readers of all.
      scripts: feed.family === 'video' ? [script] : feed.scripts,
    }
    return { source, weight: (weight / total) * feed.share }
  })
}

/** Gives names of people and channels, none twice. */
function makeNames(seed: number, writers: Record<Script, Prose>): (script: Script) => string {
  const random = makeRandom(seed)
  const given = new Set<string>()
  return (script) => {
    for (;;) {
      const name = writers[script].phrase(random, script === 'en' ? 8 : 2 + random.below(4))
      if (name.length < 3 || given.has(name)) continue
      given.add(name)
      return name
    }
  }
}

function makeTags(count: number, writers: Record<Script, Prose>): string[] {
  const random = makeRandom(7)
  const tags = new Set<string>()
  while (tags.size < count) {
    const isEnglish = random.chance(0.7)
    const tag = writers[isEnglish ? 'en' : 'zh-Hans'].phrase(random, isEnglish ? 5 : 3)
    // Short English words such as "no" or "on" are truth values to some readers of YAML.
    if (tag.length > (isEnglish ? 4 : 2)) tags.add(tag.toLowerCase().replaceAll(' ', '-'))
  }
  return [...tags]
}
