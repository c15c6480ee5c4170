import type { ArticleBody } from '#contract/body-pack.ts'
import { languageAttributes } from './language-attributes.ts'
import { toLanguageName } from './languages/language-name.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import type { Words } from './words.ts'

interface TranslationsListProps {
  body: ArticleBody
  words: Words
  hrefs: ArticleHrefs
  /** Language that the reader chose for lists; empty or absent for none. */
  listLanguage?: string | undefined
}

/** Links to the same post in other languages, each named in its own; first, by its title, to that in the reader's language. */
export function TranslationsList(props: TranslationsListProps) {
  const { body, words, hrefs, listLanguage } = props
  const { translations } = body
  if (translations === undefined) return null
  const wanted = translations.find(({ language }) => language === listLanguage)
  const others = translations.filter((translation) => translation !== wanted)
  return (
    <>
      {wanted && (
        <p className="article-notice article-translation">
          {words('article.wantedTranslation', {
            language: toLanguageName(wanted.language, wanted.language),
          })}{' '}
          <a
            href={hrefs.post(wanted.id)}
            hrefLang={wanted.language}
            rel="alternate"
            {...languageAttributes(wanted.language)}
          >
            {wanted.title ?? toLanguageName(wanted.language, wanted.language)}
          </a>
        </p>
      )}
      {others.length > 0 && <Others {...props} translations={others} />}
    </>
  )
}

type Translations = NonNullable<ArticleBody['translations']>

function Others({
  translations,
  words,
  hrefs,
}: TranslationsListProps & { translations: Translations }) {
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
