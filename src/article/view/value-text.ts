import { parseSharedTitle } from '#core/selection/shared-list.ts'
import type { ChoiceName } from '#core/selection/timeline-filter.ts'
import { toLanguageName } from '../languages/language-name.ts'
import type { Words } from '../words.ts'

/**
 * A value of a facet as people call it, where it has a name: a language, a kind, what is missing, a range of minutes (`5–9`,
 * less than one is `< 1`). Others are their own name.
 */
export function toValueText(
  facet: ChoiceName | undefined,
  value: string,
  { words, locale }: { words: Words; locale: string },
): string {
  if (facet === 'language') return toLanguageName(value, locale)
  if (facet === 'length') return value === '0' ? '< 1' : value.replace('-', '–')
  if (facet === 'ids') return parseSharedTitle(value) || words('saved.shared')
  const keys: Partial<Record<ChoiceName, string>> = {
    kind: `kind.${value}`,
    missing: `missing.${value}`,
    mark: `mark.${value}`,
    saved: `saved.${value}`,
  }
  const key = facet && keys[facet]
  if (key === undefined) return value
  const text = words(key)
  return text === key ? value : text
}
