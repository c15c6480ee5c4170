import type { DictGroup } from 'opencc-js/core'
import { from, to } from 'opencc-js/preset'
import { packSteps } from '#search/fold/packed-steps.ts'

/** Generates the source of `src/search/fold/chinese-variants.ts` from the character tables of OpenCC. */
export function toChineseVariantsModule(): string {
  const pairs = listVariants()
  return [
    '// Made by scripts/make-chinese-variants.ts from the character tables of opencc-js (OpenCC, Apache-2.0), not by hand.',
    '',
    '/** The characters that others are taken for, in code point order, as steps: see `unpackVariants`. */',
    `export const meaningSteps =\n${toLines(pairs.map(([, meaning]) => meaning))}`,
    '',
    '/** At the same places what is taken for them: traditional forms, variants of Taiwan and Hong Kong. */',
    `export const variantSteps =\n${toLines(pairs.map(([variant]) => variant))}`,
    '',
  ].join('\n')
}

/** Delta-codes the code points: packed and compressed they take half the space of the characters. */
function toLines(characters: readonly string[]): string {
  const codes = characters.map(toCode)
  const steps = packSteps(codes)
  const lines = steps.match(/.{1,90}/g) ?? []
  return lines.map((line) => `  '${line}'`).join(' +\n')
}

/** Pairs every variant with the character that represents its group. */
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
    .toSorted(([a, x], [b, y]) => toCode(x) - toCode(y) || toCode(a) - toCode(b))
}

/** Pairs of single characters; phrases are ignored, as folding works per character. */
function listPairs(groups: readonly DictGroup[]): (readonly [string, string])[] {
  const entries = groups
    .flat()
    .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []))
  return entries.flatMap((entry) => {
    // NFKC already folds compatibility characters.
    const [a = '', b = ''] = entry.split(' ').map((word) => word.normalize('NFKC'))
    return Array.from(a).length === 1 && Array.from(b).length === 1 && a !== b
      ? [[a, b] as const]
      : []
  })
}

/** Groups of characters connected by the pairs, directly or through others. */
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
