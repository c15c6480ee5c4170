import { toAttacks, type Attack } from './attack.ts'

const family = 'mutation'
const hook = '<img src=x: onerror=bite()>'
const nested = (tag: string, times: number): string => `<${tag}>`.repeat(times)

/** Mutation XSS: harmless when parsed once, or by another parser; dangerous when the browser parses it again. */
export const mutationAttacks: Attack[] = [
  ...toAttacks(
    { family, bites: 'script' },
    {
      'noscript ends inside an attribute': `<noscript><p title="</noscript>${hook}">`,
      'title ends inside an attribute': `<title><p title="</title>${hook}">`,
      'text area ends inside an attribute': `<textarea><p title="</textarea>${hook}">`,
      'style ends inside an attribute': `<style><p title="</style>${hook}">`,
      'example ends inside an attribute': `<xmp><p title="</xmp>${hook}">`,
      'frame ends inside an attribute': `<iframe><p title="</iframe>${hook}">`,
      'noembed ends inside an attribute': `<noembed><p title="</noembed>${hook}">`,
      'noframes ends inside an attribute': `<noframes><p title="</noframes>${hook}">`,
      'script ends inside an attribute': `<script><p title="</script>${hook}">`,
      'comment ends inside an attribute': `<!-- <p title="-->${hook}">`,
      'comment ends at once': `<!-->${hook}-->`,
      'comment ends at once with a dash': `<!--->${hook}-->`,
      'comment ends with an exclamation mark': `<!-- --!>${hook}-->`,
      'character section outside svg': `<![CDATA[>${hook}]]>`,
      'bogus comment by a slash': `</ >${hook}`,
      'bogus comment by a question mark': `<?xml version="1.0" title=">${hook}">`,
      'declaration inside the body': `<!doctype html ">${hook}">`,
      'style in a formula is no raw text': `<math><style>${hook}</style></math>`,
      'style in svg behind a paragraph': `<svg></p><style><a id="</style>${hook}">`,
      'character section in svg': `<svg><![CDATA[<b title="]]>${hook}">`,
      'character section in a formula': `<math><![CDATA[</math>${hook}]]></math>${hook}`,
      'image in a list of choices': `<select><option><template>x</template></option></select>${hook}`,
      'foster parent of a table': `<table>${hook}<tr><td>x</table>`,
      'foster parent of a table row': `<table><tr>${hook}</tr></table>`,
      'table in a paragraph': `<p><table><caption><p></caption>${hook}`,
      'formatting reopened': `<b><p></b>${hook}</p>`,
      'link in a link': `<a href=#><table><a href=#>${hook}</a></table></a>`,
      'button in a button': `<button><button>${hook}`,
      'heading in a heading': `<h1><h2>${hook}</h1>`,
      'list item out of its list': `<li><ul></li>${hook}</ul>`,
      'ruby without a base': `<rt><rp>${hook}`,
      'option outside a list': `<option><optgroup>${hook}`,
      'plain text to the end of another element': `<xmp></plaintext></xmp>${hook}`,
      'nesting beyond the parser limit': `${nested('div', 520)}${hook}`,
      'frames in the body': `<frameset><frame></frameset>${hook}`,
    },
  ),
  ...toAttacks(
    { family, bites: 'script', written: 'serialized' },
    {
      'form in a form around a formula': `<form><math><mtext></form><form><mglyph><style></math>${hook}`,
      'glyph and style in a table': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=bite()&gt;">`,
      'mark and style in a table': `<math><mtext><table><malignmark><style><!--</style><img title="--&gt;&lt;img src=x: onerror=bite()&gt;">`,
      'form and glyph in a formula': `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style>${hook}">`,
      'glyph in an identifier': `<math><mi><table><mglyph><style><math title="</style>${hook}">`,
      'glyph in an operator': `<math><mo><table><mglyph><xmp><a title="</xmp>${hook}">`,
      'styled element in a nested paragraph': `<svg></p><title><style><b title="</style></title>${hook}">`,
    },
  ),
]
