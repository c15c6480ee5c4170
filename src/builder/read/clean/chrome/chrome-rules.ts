/** What a host prints around its articles. */
export interface ChromeRule {
  /** Hosts, without `www.`; those below them count too. */
  hosts: readonly string[]
  /** What is no part of the article: `tag`, `.class`, `#id` or `tag.class`, as the host's pages have them. */
  drop: readonly string[]
}

/**
 * Page chrome of known hosts: menus, lines of author, sections and date above the text, share buttons, related posts,
 * adverts, readers' comments. Captions, credits of pictures, standfirsts and notes of editors are the article's.
 */
export const chromeRules: readonly ChromeRule[] = [
  {
    hosts: ['iyouport.org'],
    drop: ['.entry-meta', '.entry-footer', '.entry-author-wrapper'],
  },
  {
    hosts: ['pao-pao.net'],
    drop: ['.submitted', '.field-name-author', '.related', '.service-links', 'ul.links'],
  },
  {
    hosts: ['nei.st'],
    drop: [
      // Adverts and appeals.
      '.code-block',
      '.aesop-content-comp-wrap',
      '.globalFooterCards',
      // Source, sections and date.
      '.entry-meta',
      '.uiScale',
      '.entry-footer',
      '.nopqrstu',
      // Other posts.
      'section.collection',
      'section.wxyz',
      '.js-elevateBottomRecirc',
      '.streamItem--heading',
      '.js-collectionStream',
      '.single-story-module',
      '.new-economy',
      '#moon-anniversary-trousers',
      '.bottom-left-rail-touts',
      '.jgG9YY6ITETnf_0W9g',
      // Buttons, and what closes a page.
      'button',
      '.bqdn',
    ],
  },
  {
    hosts: ['chinafile.com'],
    drop: ['.node-article', '.node-photo-gallery-slideshow', 'h2.title', 'nav.links'],
  },
  {
    hosts: ['allnow.com'],
    drop: ['p.column', '.author-wrap'],
  },
  {
    hosts: ['rfi.fr'],
    drop: [
      '.m-interstitial',
      '.m-interstitial__unlock-btn',
      '.m-block-ad__content',
      '.o-self-promo',
    ],
  },
  {
    // A browser extension of the writer left a second copy of the text behind.
    hosts: ['matters.news', 'matters.town'],
    drop: ['lt-div'],
  },
  {
    hosts: ['medium.com'],
    drop: ['.medium-feed-link'],
  },
]

/** Blocks that widespread systems print on pages of any host and that never hold an article. */
export const widgetMarks: readonly string[] = [
  '.sharedaddy',
  '.sd-sharing',
  '.jp-relatedposts',
  '.jetpack-likes-widget-wrapper',
  '.addtoany_share_save_container',
  '.a2a_kit',
  '.addthis_toolbox',
  '.social-share',
  '.share-buttons',
  '.yarpp-related',
  '.wp-block-social-links',
  '.post-navigation',
  '.nav-links',
  '.breadcrumb',
  '.breadcrumbs',
  '.comment-respond',
  '#respond',
  '.skip-link',
  '.screen-reader-text',
]

/** What a platform writes below everything it sends out: the whole text of the last paragraph, on any host. */
export const closingLines: readonly RegExp[] = [
  /^.{0,400} was originally published in .{1,200} on Medium, where people are continuing the conversation by highlighting and responding to this story\.$/s,
]
