/** A piece of plain text, or a link found in it. */
export type TextPiece = { kind: 'text'; text: string } | { kind: 'link'; text: string; url: string }
