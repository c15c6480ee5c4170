/** Names of HTML elements, obsolete ones too: what else looks like a tag is text, or an element of somebody's own. */
export const htmlTagNames: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br button canvas caption center ' +
    'cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font ' +
    'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link listing ' +
    'main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param ' +
    'picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike ' +
    'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
)

/** Elements on lines of their own, which are not part of a paragraph. */
export const blockTagNames: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link main menu meta nav noframes noscript object ol ' +
    'optgroup option p pre script search section style summary svg table tbody td template textarea tfoot th thead title tr ul video'
  ).split(' '),
)

/** Elements without content and without an end tag. */
export const voidTagNames: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

const foreignNames: ReadonlySet<string> = new Set(
  // MathML.
  (
    'annotation annotation-xml maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts ' +
    'mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr mlabeledtr munder munderover none semantics ' +
    // SVG.
    'circle clippath defs desc ellipse foreignobject g image line lineargradient marker mask path pattern polygon polyline ' +
    'radialgradient rect stop symbol text textpath tspan use'
  ).split(' '),
)

/** Whether an element is part of a formula, a drawing or a page in AMP, which are written out when a page is cleaned. */
export function isForeignTag(name: string): boolean {
  return (
    foreignNames.has(name) ||
    /^(?:m|mml|math):|^(?:amp|lite|mjx)-|-(?:image|img|player|video)$/.test(name)
  )
}
