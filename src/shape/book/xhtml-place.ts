/** A picture that the book holds. */
export interface BookPicture {
  /** Address from the chapter. */
  href: string
  /** Pixels. */
  width: number
  height: number
}

/** What the addresses of an article become in a chapter. */
export interface XhtmlPlace {
  /** Begins every id, so that no two chapters have one in common. */
  idStart: string
  /** Where a link leads; `undefined` when it leads nowhere and stays as text. */
  toLink: (address: string) => string | undefined
  /** The book's own copy of a picture; `undefined` when there is none and a link stands for it. */
  toPicture: (url: string) => BookPicture | undefined
  /** What a picture without a description is called. */
  pictureName: string
}
