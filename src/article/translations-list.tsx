import type { ArticleBody } from '#contract/body-pack.ts'
import { languageAttributes } from './language-attributes.ts'
import { toLanguageName } from './languages/language-name.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import type { Words } from './words.ts'

interface TranslationsListProps {
  body: ArticleBody
  words: Words
  hrefs: ArticleHrefs
}

/** Links to the same post in other languages, each named in its own. */
export function TranslationsList({ body, words, hrefs }: TranslationsListProps) {
  const { translations } = body
  if (translations === undefined) return null
  return (
    <p className="article-translations">
      {words('article.translations')}{' '}
      {translations.map(({ id, language, title }, at) => (
        <span key={id}>
          {at > 0 && ' · '}
          <a
            href={hrefs.post(id)}
            hrefLang={language}
            rel="alternate"
            title={title}
            {...languageAttributes(language)}
          >
            {toLanguageName(language, language)}
          </a>
        </span>
      ))}
    </p>
  )
}
