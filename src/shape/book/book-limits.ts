/** Most posts of one book: reading systems show its contents as one page. */
export const mostChapters = 5000
