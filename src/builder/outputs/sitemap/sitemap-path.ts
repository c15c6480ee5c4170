/** Path of the site map below the site's root: of the list of pages, or of the list of such lists. */
export const sitemapPath = 'sitemap.xml'
