/**
 * Tags that writers of Markdown put into it: phrases, pictures, line breaks. A body with tags of blocks is HTML, for Markdown in
 * it would be read otherwise than its writer saw it.
 */
export const markdownTags: readonly string[] = (
  'a abbr b bdo big br cite code del dfn em font i img ins kbd mark q ruby rb rp rt s samp small span strike strong ' +
  'sub sup time tt u var wbr'
).split(' ')
