/**
 * Inline tags that authors use within Markdown: phrases, pictures, line breaks. A body with block tags is HTML: parsed
 * as Markdown it would come out differently from what its author saw.
 */
export const markdownTags: readonly string[] = (
  'a abbr b bdo big br cite code del dfn em font i img ins kbd mark q ruby rb rp rt s samp small span strike strong ' +
  'sub sup time tt u var wbr'
).split(' ')
