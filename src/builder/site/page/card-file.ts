/**
 * Path of the archive's card below the site's root. It keeps its name when the picture changes: a link that was shown somewhere
 * shows it for good, and a post more does not change the pages of all others.
 */
export const cardPath = 'card.png'

/** Sides of the card in pixels: what chats and networks ask of a large preview. */
export const cardWidth = 1200
export const cardHeight = 630
