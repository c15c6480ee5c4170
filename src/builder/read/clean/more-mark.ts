const more =
  /<!--\s*(?:end[-_ ]?(?:of[-_ ])?)?(?:more|read[-_ ]?more|excerpt|summary|preview|truncate|teaser)(?![a-z\d])(?:[^<>-]|-(?!-)){0,100}-->/i

/**
 * Where the excerpt of a post ends by its author's own mark: `<!--more-->` of WordPress, Hugo and Jekyll, `<!-- more
 * -->` of Hexo, `<!-- truncate -->` of Docusaurus. -1 without one.
 */
export function findMoreMark(html: string): number {
  return html.search(more)
}
