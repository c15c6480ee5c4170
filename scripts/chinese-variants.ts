import type { DictGroup } from 'opencc-js/core'
import { from, to } from 'opencc-js/preset'

/** Source of `src/search/fold/chinese-variants.ts`, made from the character tables of OpenCC. */
export function toChineseVariantsModule(): string {
  const pairs = listVariants()
  return [
    '// Made by scripts/make-chinese-variants.ts from the character tables of opencc-js (Apache-2.0, OpenCC); not written by hand.',
    '',
    '/** Characters that search takes for another one: traditional forms, variants of Taiwan and Hong Kong. In code point order. */',
    `export const variants =\n${toLines(pairs.map(([variant]) => variant))}`,
    '',
    '/** What each of `variants` is taken for, at the same place. */',
    `export const meanings =\n${toLines(pairs.map(([, meaning]) => meaning))}`,
    '',
  ].join('\n')
}

function toLines(characters: readonly string[]): string {
  const lines: string[] = []
  for (let at = 0; at < characters.length; at += 46)
    lines.push(`  '${characters.slice(at, at + 46).join('')}'`)
  return lines.join(' +\n')
}

/** Every character that is not the one its kind is known by, with that one. */
function listVariants(): (readonly [variant: string, meaning: string])[] {
  const simplified = listPairs(to['cn'] ?? [])
  const regional = [from['tw'], from['hk'], to['tw'], to['hk']].flatMap((groups) =>
    listPairs(groups ?? []),
  )
  const kinds = joinKinds([...simplified, ...regional])
  const uses = new Map<string, number>()
  for (const [, meaning] of simplified) uses.set(meaning, (uses.get(meaning) ?? 0) + 1)
  return [...new Set(kinds.values())]
    .flatMap((kind) => {
      const [first = '', ...others] = [...kind].toSorted(
        (a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || toCode(a) - toCode(b),
      )
      return others.map((variant) => [variant, first] as const)
    })
    .toSorted(([a], [b]) => toCode(a) - toCode(b))
}

/** Pairs of single characters; phrases play no part in folding. */
function listPairs(groups: readonly DictGroup[]): (readonly [string, string])[] {
  const entries = groups
    .flat()
    .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []))
  return entries.flatMap((entry) => {
    // Compatibility characters are Unicode's to fold.
    const [a = '', b = ''] = entry.split(' ').map((word) => word.normalize('NFKC'))
    return Array.from(a).length === 1 && Array.from(b).length === 1 && a !== b
      ? [[a, b] as const]
      : []
  })
}

/** Sets of characters that the pairs join, directly or by way of others. */
function joinKinds(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>()
  for (const [a, b] of pairs) {
    const joined = new Set([a, b, ...(kinds.get(a) ?? []), ...(kinds.get(b) ?? [])])
    for (const character of joined) kinds.set(character, joined)
  }
  return kinds
}

function toCode(character: string): number {
  return character.codePointAt(0) ?? 0
}
