/** Path of the sitemap, or of the sitemap index where there are several. */
export const sitemapPath = 'sitemap.xml'
