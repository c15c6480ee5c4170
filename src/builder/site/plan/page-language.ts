import {
  parseInterfaceLanguage,
  type InterfaceLanguage,
} from '#article/languages/interface-languages.ts'

/**
 * The interface language of a post's page: the post's own where the interface is translated to it, else the
 * archive's.
 */
export function choosePageLanguage(
  language: string | undefined,
  archive: InterfaceLanguage,
): InterfaceLanguage {
  return parseInterfaceLanguage(language) ?? archive
}
