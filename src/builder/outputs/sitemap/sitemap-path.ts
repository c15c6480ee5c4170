/** Path of the site map, or of the site map index where there are several. */
export const sitemapPath = 'sitemap.xml'
