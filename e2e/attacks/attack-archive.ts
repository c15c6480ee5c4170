import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allAttacks } from './all-attacks.ts'
import type { Attack, AttackField } from './attack.ts'

const ownFields = new Set<AttackField>(['search', 'parameter', 'postId'])

/** The strings that enter through a post, in the order of their posts. */
export const postAttacks: Attack[] = allAttacks.filter(({ field }) => !ownFields.has(field))

/** The strings that enter through the address or the search box. */
export const visitorAttacks: Attack[] = allAttacks.filter(({ field }) => ownFields.has(field))

/** First words of a post's text: a test waits for them to know that the post is shown. */
export function toLabel(at: number): string {
  return `Crate ${at}.`
}

/**
 * File name of the post that carries an attack. The attack's number becomes its day, which fixes the order of the
 * posts.
 */
export function toPostFile(at: number): string {
  const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)
  return `${day}-attack-${at}.md`
}

/** Body of the post: the label and, for attacks through the body, the attack. */
export function toBody({ field, text }: Attack, at: number): string {
  return `<p>${toLabel(at)}</p>${field === 'body' ? text : ''}`
}

/** Writes one post file for every attack into a new folder. */
export async function writePosts(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, '_posts'), { recursive: true })
  await Promise.all(
    postAttacks.map((attack, at) =>
      writeFile(join(folder, '_posts', toPostFile(at)), toPostText(attack, at)),
    ),
  )
}

function toPostText(attack: Attack, at: number): string {
  const { field, text } = attack
  const valueOf = (name: AttackField, ordinary: string) =>
    // JSON strings are YAML strings.
    JSON.stringify(field === name ? text : ordinary)
  return [
    '---',
    'layout: post',
    `title: ${valueOf('title', `Attack ${at}`)}`,
    `date: ${toPostFile(at).slice(0, 10)}T12:00:00Z`,
    `author: ${valueOf('author', 'Customs')}`,
    `from: ${valueOf('sourceUrl', `https://saltmere.example/${at}`)}`,
    `tags: [ ${valueOf('tag', 'crates')} ]`,
    `categories: [ ${valueOf('category', 'crates')} ]`,
    ...(field === 'extra' ? [`cargo: ${text}`] : []),
    '---',
    toBody(attack, at),
    '',
  ].join('\n')
}
