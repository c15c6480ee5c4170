/**
 * Path of the archive's preview card below the site's root. The name stays when the picture changes: previews shown
 * elsewhere keep working, and one more post does not change the pages of all others.
 */
export const cardPath = 'card.png'

/** Size of the card in pixels: what chats and social networks expect of a large preview. */
export const cardWidth = 1200
export const cardHeight = 630
