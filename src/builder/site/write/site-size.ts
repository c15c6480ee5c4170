/**
 * Size of a published site: all files in its folder, those included that it keeps of the previous build for open
 * pages.
 */
export interface SiteSize {
  files: number
  bytes: number
  /** Prerendered pages of posts. */
  pages: number
  largest: { path: string; bytes: number }
}
