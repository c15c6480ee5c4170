/** A stretch of plain text, or an address found in it. */
export type TextPiece = { kind: 'text'; text: string } | { kind: 'link'; text: string; url: string }
