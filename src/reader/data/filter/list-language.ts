import type { Manifest } from '#contract/manifest.ts'
import { withChoice, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'

/** The language that this reader wants lists in; empty for all, and where the archive has no other. */
export function findListLanguage({ languages }: Pick<Manifest, 'languages'>): string {
  const { listLanguage } = settingsStore.read()
  return languages.length > 1 && languages.includes(listLanguage) ? listLanguage : ''
}

/** The one language that a list is narrowed to; empty for all, `undefined` when it is narrowed to several or without some. */
export function toListLanguage({ choices }: TimelineFilter): string | undefined {
  const choice = choices.get('language')
  if (choice === undefined) return ''
  return choice.include.length === 1 && choice.exclude.length === 0 ? choice.include[0] : undefined
}

/** The list in one language; in all if that is empty. */
export function withListLanguage(filter: TimelineFilter, language: string): TimelineFilter {
  const include = language === '' ? [] : [language]
  return withChoice(filter, 'language', { include, exclude: [] })
}

/**
 * Forgets the reader's language where a list loses it: what the list shows and what is remembered are the same, so that
 * the way out of the one is that of the other.
 */
export function forgetLostLanguage(before: TimelineFilter, after: TimelineFilter): void {
  const settings = settingsStore.read()
  const holds = ({ choices }: TimelineFilter) =>
    choices.get('language')?.include.includes(settings.listLanguage) === true
  if (holds(before) && !holds(after)) settingsStore.write({ ...settings, listLanguage: '' })
}
