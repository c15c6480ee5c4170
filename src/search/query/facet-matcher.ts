import type { FacetName } from '#core/facet/facet.ts'
import { listLengthValues } from '#core/text/length-band.ts'
import { foldText } from '../fold/fold-text.ts'
import { toFacetKey } from './facet-key.ts'
import type { ValueField } from './query-chunk.ts'

/** Says which values of a facet a query means. */
export interface FacetMatcher {
  facet: FacetName
  matches: (value: string) => boolean
}

/**
 * What a typed value means: a language also by its name and with all its scripts and regions (`zh` is `zh-Hant` too), a
 * site with all its subdomains, a range of minutes all values within it, and any other value if it is the same apart from
 * case, width and the like.
 */
export function toFacetMatcher(field: ValueField, typed: string): FacetMatcher {
  if (field === 'site') return { facet: 'source', matches: toSiteMatcher(typed) }
  if (field === 'language') return { facet: field, matches: toLanguageMatcher(typed) }
  if (field === 'length') {
    const values = listLengthValues(typed)
    return { facet: field, matches: (value) => values.includes(value) }
  }
  const key = toFacetKey(typed)
  return { facet: field, matches: (value) => toFacetKey(value) === key }
}

function toSiteMatcher(typed: string): FacetMatcher['matches'] {
  const host = toHost(typed)
  return (value) => value === host || (host !== undefined && value.endsWith(`.${host}`))
}

/** The host that is meant, as sources are written: without `www.`; `undefined` for what cannot be a host. */
function toHost(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim()
  try {
    const { hostname } = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`)
    const host = hostname.replace(/^(?:\*?\.)?(?:www\.)?/, '').replace(/\.$/, '')
    return host === '' ? undefined : host
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Languages in which languages may be named. */
const namingLanguages = ['en', 'zh-Hans', 'zh-Hant']

function toLanguageMatcher(typed: string): FacetMatcher['matches'] {
  const tag = typed.normalize('NFKC').trim().replaceAll('_', '-').toLowerCase()
  const name = foldText(typed)
  const isMeant = (part: string) => part === tag || listLanguageNames(part).includes(name)
  return (value) => {
    const subtags = value.toLowerCase().split('-')
    return subtags.some((_, at) => isMeant(subtags.slice(0, at + 1).join('-')))
  }
}

/** Folded names of a language; none for what is no language tag. */
function listLanguageNames(tag: string): string[] {
  return namingLanguages.flatMap((language) => {
    try {
      const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' })
      return foldText(names.of(tag) ?? '') || []
    } catch (error) {
      if (error instanceof RangeError) return []
      throw error
    }
  })
}
