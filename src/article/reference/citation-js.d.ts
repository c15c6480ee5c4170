declare module '@citation-js/core' {
  /** The part of Citation.js that tests use: it reads any format that a plugin has registered. */
  export class Cite {
    constructor(input: unknown)
    /** Items of CSL-JSON. */
    readonly data: readonly { title?: string; URL?: string }[]
    /** As citeproc writes the items in a style. */
    format(kind: 'bibliography', options: { template: string; lang: string }): string
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-csl'
