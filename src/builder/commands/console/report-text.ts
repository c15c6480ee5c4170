import type { BuildReport, ChangeKind, PictureFault, PrivateKind } from '#contract/build-report.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { linkReason } from '#builder/read/discover/walk-folder.ts'
import { toSizeText } from '#core/text/size-text.ts'

const examplesShown = 3
const hostsShown = 5

/** One line that accounts for every file: posts, copies, versions, unreadable and skipped files, and shared addresses. */
export function toAccountLine(report: BuildReport): string {
  const { files, posts, copies, versions, unreadable, skipped, sharedAddresses = 0 } = report
  const left = toLeftOut(report)
  const found = `${toCountText(versions, 'older version')}${toFoundBy(report)}`
  const copied = toCountText(copies, 'copy', 'copies')
  const account = `${toCountText(files, 'file')}: ${toCountText(posts, 'post')}, ${found}, ${copied}, ${unreadable} unreadable${left}`
  const passed = skipped.length === 0 ? '' : `; ${toCountText(skipped.length, 'path')} skipped`
  const apart =
    sharedAddresses === 0
      ? ''
      : `; ${toCountText(sharedAddresses, 'post')} with the source address of another post, but neither its title nor its text`
  return `${account}${passed}${apart}`
}

/** How many posts were left out, by kind; empty when there are none. */
function toLeftOut({ leftOut = [] }: BuildReport): string {
  if (leftOut.length === 0) return ''
  const kinds = (['draft', 'unpublished', 'unlisted'] as const).flatMap((kind) => {
    const files = leftOut.filter((one) => one.kind === kind).length
    return files === 0 ? [] : [`${files} ${kind}`]
  })
  return `, ${leftOut.length} left out (${kinds.join(', ')}; --drafts takes them in)`
}

/** How older versions were recognized; empty when there are none. */
function toFoundBy({ versions, versionsBy }: BuildReport): string {
  if (versions === 0 || versionsBy === undefined) return ''
  const { name, address, text } = versionsBy
  return ` (${name} by name, ${address} by address, ${text} by text)`
}

/** One line about pictures: the most frequent hosts by name, and how many pictures are kept beside the posts. */
export function toPictureLine({
  pictureHosts = [],
  keptPictures: kept,
  folderPictures: own,
}: BuildReport): string {
  const pictures = pictureHosts.reduce((sum, host) => sum + host.pictures, 0)
  const named = pictureHosts.slice(0, hostsShown).map(({ host, ...of }) => `${host} ${of.pictures}`)
  const rest = pictureHosts.length > hostsShown ? [`${pictureHosts.length - hostsShown} more`] : []
  const hosts = `${toCountText(pictures, 'picture')} from ${toCountText(pictureHosts.length, 'host')}`
  const line = pictures === 0 ? hosts : `${hosts}: ${[...named, ...rest].join(', ')}`
  const stored = kept === undefined ? '' : `; ${kept.files} stored, ${toSizeText(kept.bytes)}`
  return `${line}${stored}${own === undefined ? '' : toFolderText(own)}`
}

const faultNames: Readonly<Record<PictureFault, string>> = {
  missing: 'not there',
  outside: 'outside of them',
  drawing: 'SVG',
  notPicture: 'no pictures',
  tooLarge: 'too large',
  tooManyPixels: 'with too many pixels',
  unreadable: 'unreadable',
}

function toFolderText({ pictures, bytes, refused }: FolderPictures): string {
  const shown = `; ${pictures} from the archive's own folders, ${toSizeText(bytes)}`
  if (refused.length === 0) return shown
  const sum = refused.reduce((all, { pictures: some }) => all + some, 0)
  const reasons = refused.map((one) => `${one.pictures} ${faultNames[one.fault]}`)
  return `${shown}, ${sum} not shown (${reasons.join(', ')})`
}

const dataNames: Readonly<Record<PrivateKind, string>> = {
  place: 'places',
  person: 'names',
  camera: 'cameras',
  other: 'other notes',
}

/** One line about data that was left out of pictures; `undefined` when there was none. */
export function toPictureDataLine({ pictureData = [] }: BuildReport): string | undefined {
  if (pictureData.length === 0) return undefined
  const kinds = pictureData.map(({ kind, files }) => `${dataNames[kind]} ${files}`)
  return `Left out of pictures, by files: ${kinds.join(', ')}; the files in the folders still tell them`
}

type FolderPictures = NonNullable<BuildReport['folderPictures']>

/** One line about collections whose settings lie above them; `undefined` when there are none. */
export function toSettingsLine({ collections }: BuildReport): string | undefined {
  const found = collections.flatMap(({ collection, settings }) =>
    settings === undefined ? [] : [`${collection} (${settings})`],
  )
  return found.length === 0 ? undefined : `Settings of the folder above: ${found.join(', ')}`
}

/** One line about symbolic links that were passed over; `undefined` when there are none. */
export function toPassedLine({ skipped }: BuildReport): string | undefined {
  const links = skipped.filter(({ reason }) => reason === linkReason)
  if (links.length === 0) return undefined
  const shown = links.slice(0, examplesShown).map(({ file }) => file)
  const rest = links.length > examplesShown ? [`… and ${links.length - examplesShown} more`] : []
  return `${toCountText(links.length, 'symbolic link')} passed over: ${[...shown, ...rest].join(', ')}`
}

/** One line about links from one post to another; `undefined` when there is nothing to say. */
export function toLinksLine({ links }: BuildReport): string | undefined {
  const { inside = 0, posts = 0, missing = 0, words = 0 } = links ?? {}
  if (inside + missing + words === 0) return undefined
  return [
    `${toCountText(inside, 'link')} between posts, in ${toCountText(posts, 'post')}`,
    ...(missing === 0 ? [] : [`${toCountText(missing, 'named post')} not in the archive`]),
    ...(words === 0 ? [] : [`${toCountText(words, 'wiki link')} that name no post`]),
  ].join('; ')
}

/** One line about text that was left out of excerpts; `undefined` when there was none. */
export function toRecurringLine({ recurring }: BuildReport): string | undefined {
  if (recurring === undefined || recurring.posts === 0) return undefined
  const { posts, wholly, author, source, similar } = recurring
  const sentences = toCountText(author + source + similar, 'recurring sentence')
  const kinds = `${author} of authors, ${source} of sources, ${similar} nearly the same`
  return `${sentences} (${kinds}) left out of the excerpts of ${toCountText(posts, 'post')}, ${wholly} of which say nothing else`
}

const changeNames: Readonly<Record<ChangeKind, string>> = {
  drawing: 'drawings as their words',
  formula: 'formulas as text',
  frame: 'frames as links',
  hidden: 'hidden elements left out',
  markup: 'rests of too large articles as text',
  noscript: 'texts for readers without script shown',
  picture: 'lost pictures as their descriptions',
  player: 'players as links',
}

/** One line about what articles show in another way than their sources; `undefined` when there is nothing. */
export function toChangesLine({ changes = [] }: BuildReport): string | undefined {
  if (changes.length === 0) return undefined
  const parts = changes.map(({ kind, count, posts }) => `${count} ${changeNames[kind]} (${posts})`)
  return `Otherwise than in the source (in posts): ${parts.join(', ')}`
}

/** Problems for people: grouped by kind, most frequent first, each with a few places. */
export function toProblemLines({ problems, skipped, leftOut = [] }: BuildReport): string[] {
  const groups = new Map<string, BuildReport['problems']>()
  for (const problem of problems) {
    // The parts that differ from file to file are quoted or numbers.
    const key = `${problem.severity}: ${problem.field ?? ''} ${problem.reason.replaceAll(/"[^"]*"|(?<![\w-])\d+/g, '…')}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [problem])
    else group.push(problem)
  }
  const lines = [...groups.values()]
    .toSorted((a, b) => rank(a) - rank(b) || b.length - a.length)
    .flatMap(toGroupLines)
  if (leftOut.length > 0) {
    lines.push('', `${toCountText(leftOut.length, 'post')} left out, as their writers said:`)
    lines.push(...leftOut.slice(0, examplesShown).map(({ file, kind }) => `  ${file}: ${kind}`))
    if (leftOut.length > examplesShown) lines.push(`  … and ${leftOut.length - examplesShown} more`)
  }
  if (skipped.length > 0) {
    lines.push('', `${toCountText(skipped.length, 'path')} skipped:`)
    lines.push(...skipped.slice(0, examplesShown).map(({ file, reason }) => `  ${file}: ${reason}`))
    if (skipped.length > examplesShown) lines.push(`  … and ${skipped.length - examplesShown} more`)
  }
  return lines
}

function toGroupLines(group: BuildReport['problems']): string[] {
  const first = group[0]
  if (first === undefined) return []
  const places = group
    .slice(0, examplesShown)
    .map(({ file, line }) => `  ${file}${line === undefined ? '' : `:${line}`}`)
  const rest = group.length > examplesShown ? [`  … and ${group.length - examplesShown} more`] : []
  const field = first.field === undefined ? '' : `${first.field}: `
  return [
    '',
    `${first.severity} ×${group.length} ${field}${first.reason}`,
    `  ${first.hint}`,
    ...places,
    ...rest,
  ]
}

function rank([first]: BuildReport['problems']): number {
  return first?.severity === 'error' ? 0 : 1
}
