import type { ListFormat } from './list-format.ts'
import { listProofNotes, toDateParts, type Reference, type ReferenceContext } from './reference.ts'

/**
 * BibTeX as biblatex and reference managers read it: `@online`, in UTF-8, with `date` and `urldate` beside the `year` and
 * `month` of classic styles. Names of authors stand in braces: what is a family name is not known. The address is the
 * original's, else the archive's; where both are known the archive's stands in the note.
 */
export const bibtexFormat: ListFormat = {
  extension: 'bib',
  contentType: 'application/x-bibtex;charset=utf-8',
  entry: (reference, context) => {
    const fields = Object.entries(toFields(reference, context)).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : `  ${name} = {${value}},\n`,
    )
    return `@online{${toKey(reference)},\n${fields.join('')}}\n`
  },
  separator: '\n',
  tail: '',
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function toFields(
  reference: Reference,
  context: ReferenceContext,
): Record<string, string | undefined> {
  const { accessed } = context
  const { title, authors, source, published, original, archive, tags, language } = reference
  const parts = toDateParts(published)
  return {
    // In braces of its own: styles keep its capitals.
    title: `{${toTex(title)}}`,
    author: authors.map((name) => `{${toTex(name)}}`).join(' and '),
    organization: source === undefined ? undefined : toTex(source),
    date: parts.length === 0 ? undefined : parts.join('-'),
    year: parts[0],
    month: months[Number(parts[1] ?? 0) - 1],
    url: toTexUrl(original ?? archive),
    urldate: accessed,
    note: toNote(reference, context),
    keywords: tags.map(toTex).join(', '),
    langid: language,
  }
}

function toNote(reference: Reference, context: ReferenceContext): string | undefined {
  const { sourceTime, original, archive } = reference
  const notes = [
    sourceTime === undefined ? [] : `Source's own time: ${toTex(sourceTime)}`,
    original === undefined
      ? []
      : `Archived in ${toTex(context.archiveTitle)}: ${toTexUrl(archive)}`,
    listProofNotes(reference, context),
  ].flat()
  return notes.length === 0 ? undefined : notes.join('. ')
}

/** Letters, digits and hyphens, beginning with a letter as some programs demand. */
function toKey({ id }: Reference): string {
  return `post-${id}`
}

const commands: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  $: String.raw`\$`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  '%': String.raw`\%`,
  _: String.raw`\_`,
  '^': String.raw`\textasciicircum{}`,
  '~': String.raw`\textasciitilde{}`,
}

/** A text in which no character is a command of TeX. */
function toTex(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (sign) => commands[sign] ?? sign)
}

/** An address, read verbatim: signs that would end the field are percent-encoded. */
function toTexUrl(address: string): string {
  return address.replace(/[\s\\{}]/g, (sign) => encodeURIComponent(sign))
}
