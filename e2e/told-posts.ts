import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Months of a year, each with what several of its posts tell of. */
const told: readonly (readonly [month: string, names: readonly string[]])[] = [
  ['01', []],
  ['02', []],
  ['03', []],
  ['04', ['白帆号', '林潮生']],
  ['05', []],
  ['06', []],
]
const sources = ['gull.example', 'heron.example', 'tern.example']
const things = ['ropes', 'nets', 'oars', 'barrels', 'lamps', 'planks', 'sails', 'anchors', 'buoys']
const doings = ['counted', 'mended', 'painted', 'weighed', 'carried', 'sold', 'dried', 'lent']

/** A sentence of ordinary words that no other post has. */
function toFiller(at: number): string {
  const [thing, doing] = [things[at % things.length], doings[(at * 3) % doings.length]]
  return `On morning ${at} somebody ${doing} ${at + 2} of the ${thing} beside door ${at * 7}.`
}

function toPost(at: number, { month, names }: { month: string; names: readonly string[] }): string {
  const host = sources[at % sources.length]
  const about = names.map(
    (name) =>
      `<p>${name} came at ${at} past noon. The letter ${at} was for ${name}, and ${name} read it ${at} times.</p>`,
  )
  const title = names.length === 0 ? `Morning ${at}` : `${names[0]} and morning ${at}`
  const day = `2017-${month}-${String((at % 27) + 1).padStart(2, '0')}`
  return [
    '---',
    `title: "${title}"`,
    `date: ${day}T08:00:00Z`,
    `from: https://${host}/mornings/${at}`,
    '---',
    `<p>${toFiller(at)}</p>`,
    ...about,
    `<p>${toFiller(at + 400)}</p>`,
    '',
  ].join('\n')
}

/** Writes posts of one year to a folder, some of which tell of the same ship and sailor in one month; returns it. */
export function writeToldPosts(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  const posts = join(folder, '_posts')
  mkdirSync(posts, { recursive: true })
  let at = 0
  for (const [month, names] of told) {
    for (const _ of Array.from({ length: 10 })) {
      at++
      const about = at % 2 === 0 ? names : []
      writeFileSync(
        join(posts, `2017-${month}-01-morning-${at}.md`),
        toPost(at, { month, names: about }),
      )
    }
  }
  return folder
}
