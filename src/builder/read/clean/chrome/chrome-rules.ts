/** Selectors for the page chrome of one or more hosts. */
export interface ChromeRule {
  /** Hosts without `www.`; subdomains are included. */
  hosts: readonly string[]
  /** Elements that are not part of the article: `tag`, `.class`, `#id` or `tag.class`. */
  drop: readonly string[]
}

/**
 * Page chrome of known hosts: menus, bylines with sections and date above the text, share buttons, related posts,
 * adverts, readers' comments. Captions, picture credits, standfirsts and editor's notes belong to the article.
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
      // Buttons and page footers.
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
    // A browser extension of the author left a second copy of the text behind.
    hosts: ['matters.news', 'matters.town'],
    drop: ['lt-div'],
  },
  {
    hosts: ['medium.com'],
    drop: ['.medium-feed-link'],
  },
]

/** Widgets of common CMSs, on pages of any host, that never contain article text. */
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

/** Classes of texts for screen readers alone, which no page shows. */
export const spokenMarks: readonly string[] = [
  '.sr-only',
  '.visually-hidden',
  '.visuallyhidden',
  '.visually-hidden-focusable',
  '.sr-only-focusable',
  '.screen-reader-only',
  '.screenreader-only',
  '.screenreader',
  '.element-invisible',
  '.u-visually-hidden',
  '.a11y-hidden',
  '.accessibly-hidden',
  '.show-for-sr',
  '.assistive-text',
  '.screen-reader-text',
  '.hidden-visually',
  '.is-visually-hidden',
  '.visuallyHidden',
  '.u-hiddenVisually',
  '.elementor-screen-only',
  '.sr_only',
]

/** Boilerplate that a platform appends to every article: matches the full text of the last paragraph, on any host. */
export const closingLines: readonly RegExp[] = [
  /^.{0,400} was originally published in .{1,200} on Medium, where people are continuing the conversation by highlighting and responding to this story\.$/s,
]
