import { drawQuantile, type Random } from '../random.ts'
import type { Prose, Script } from '../text/prose.ts'
import { drawAddress } from './address.ts'
import type { ArchivePlan, CollectionPlan, Source } from './archive-plan.ts'
import type { DateForm } from './moment.ts'
import type { Family } from './recipe.ts'

export interface PostFacts {
  source: Source
  script: Script
  title: string
  author: string
  moment: number
  dateForm: DateForm
  url: string
  /** Tags of its own; empty where tags repeat the category. */
  tags: readonly string[]
  /** Text of the epoch comment; absent where the source writes none. */
  epoch?: string
}

/** Characters of a title. */
const videoTitles = '0:5 0.1:16 0.25:24 0.5:38 0.75:62 0.9:88 1:100'
const otherTitles = '0:4 0.1:8 0.25:15 0.5:23 0.75:33 0.9:44 0.99:92 1:120'

/** Pictographs as titles of videos carry them. */
const emoji = ['🚋', '🍵', '📷', '🌏', '🎬', '✨', '🏙️', '👨‍👩‍👧']

const wholePages: ReadonlySet<Family> = new Set<Family>(['blog', 'magazine', 'portal'])

/** Draws everything but the body of a post; `random` goes on with the body. */
export function drawFacts(
  archive: ArchivePlan,
  collection: CollectionPlan,
  random: Random,
): PostFacts {
  const source =
    collection.sources[collection.drawSource(random)] ?? random.pick(collection.sources)
  const script = random.chance(0.75)
    ? (source.scripts[0] ?? 'zh-Hans')
    : random.pick(source.scripts)
  const moment = collection.drawMoment(random)
  const title = drawTitle(random, source, archive.writers[script])
  const author = source.authors[source.drawAuthor(random)] ?? source.feed
  const isPage = wholePages.has(source.family)
  return {
    source,
    script,
    title,
    author: random.chance(0.001) ? `${author} &#38; ${source.feed}` : author,
    moment,
    dateForm: drawDateForm(random, source.family),
    url: drawAddress(random, source, title),
    tags: collection.recipe.ownTags && isPage ? drawTags(random, collection) : [],
    ...(isPage ? {} : { epoch: drawEpoch(random, source, moment) }),
  }
}

function drawTitle(random: Random, { family, feed }: Source, prose: Prose): string {
  const length = drawQuantile(random, family === 'video' ? videoTitles : otherTitles)
  let title = prose.phrase(random, length).slice(0, 140).trim()
  if (random.chance(0.002)) title = `"${title}"`
  if (family === 'video') {
    if (random.chance(0.18)) title = `【${prose.phrase(random, 4)}】${title}`
    if (random.chance(0.06)) title += ` #${prose.phrase(random, 3).replaceAll(' ', '')}`
    if (random.chance(0.055)) title += ` | ${feed}`
    if (random.chance(0.008)) title += ` ${random.pick(emoji)}`
    if (random.chance(0.04)) title += random.pick(['？', '！', '?', '%'])
  }
  if (family === 'blog') title += ` - ${feed}`
  if (length >= 16) return title
  // Short titles come in series; their number also keeps two files of a day apart.
  const inBrackets = random.chance(0.5)
  const part = 1 + random.below(9_999)
  return `${title}${inBrackets ? `（${part}）` : ` ${part}`}`
}

function drawDateForm(random: Random, family: Family): DateForm {
  if (family === 'portal') return 'europeanOffset'
  if (family === 'magazine') return random.chance(0.4) ? 'europeanOffset' : 'utcOffset'
  if (family === 'blog') return random.chance(0.04) ? 'day' : 'utcOffset'
  return 'milliseconds'
}

function drawEpoch(random: Random, { family }: Source, moment: number): string {
  return family === 'journal' && random.chance(0.28) ? 'NaN' : String(moment)
}

function drawTags(random: Random, { tags, drawTag }: CollectionPlan): string[] {
  if (random.chance(0.33)) return []
  const length = 1 + random.below(5)
  return [...new Set(Array.from({ length }, () => tags[drawTag(random)] ?? ''))]
}
