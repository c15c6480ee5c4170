import { toAttacks, type Attack } from './attack.ts'

const family = 'event handlers'

/** Handlers that fire without interaction. */
const selfStarting: Record<string, string> = {
  'image fails': '<img src=x: onerror=bite()>',
  'image loads':
    '<img onload=bite() src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">',
  'misspelled image fails': '<image src=x: onerror=bite()>',
  'image in a picture fails': '<picture><source srcset=x:><img src=x: onerror=bite()></picture>',
  'audio fails': '<audio src=x: onerror=bite()></audio>',
  'video fails': '<video src=x: onerror=bite()></video>',
  'video starts loading': '<video src=x: onloadstart=bite()></video>',
  'media source fails': '<video><source src=x: onerror=bite()></video>',
  'audio source fails': '<audio><source src=x: onerror=bite()></audio>',
  'svg loads': '<svg onload=bite()></svg>',
  'svg animation begins': '<svg><animate onbegin=bite() attributeName=x dur=1s></svg>',
  'svg animation ends': '<svg><animate onend=bite() attributeName=x dur=1ms></svg>',
  'svg setter begins': '<svg><set onbegin=bite() attributeName=x to=1></svg>',
  'svg motion begins': '<svg><animateMotion onbegin=bite() dur=1s path=M0,0L9,9></svg>',
  'svg transform begins':
    '<svg><animateTransform onbegin=bite() attributeName=transform dur=1s></svg>',
  'svg image fails': '<svg><image href=x: onerror=bite()></svg>',
  'frame loads': '<iframe onload=bite()></iframe>',
  'object fails': '<object data=x: onerror=bite()></object>',
  'embedded page loads': '<embed src=about:blank onload=bite()>',
  'style loads': '<style onload=bite()></style>',
  'style sheet fails': '<link rel=stylesheet href=x: onerror=bite()>',
  'field takes the focus': '<input autofocus onfocus=bite()>',
  'text area takes the focus': '<textarea autofocus onfocus=bite()></textarea>',
  'list takes the focus': '<select autofocus onfocus=bite()></select>',
  'button takes the focus': '<button autofocus onfocus=bite()>x</button>',
  'paragraph takes the focus': '<p tabindex=0 autofocus onfocus=bite()>x</p>',
  'editable paragraph takes the focus': '<p contenteditable autofocus onfocus=bite()>x</p>',
  'details open': '<details open ontoggle=bite()><summary>x</summary>y</details>',
  'animation starts':
    '<style>@keyframes crate{}</style><b style="animation:crate 1s" onanimationstart=bite()>x</b>',
  'animation ends':
    '<style>@keyframes box{}</style><b style="animation:box 1ms" onanimationend=bite()>x</b>',
}

/** Handlers that need interaction: the harness touches, presses and focuses everything. */
const waiting: Record<string, string> = {
  'link is clicked': '<a href=# onclick=bite()>x</a>',
  'paragraph is clicked': '<p onclick=bite()>x</p>',
  'table cell is clicked': '<table><tr><td onclick=bite()>x</table>',
  'summary is clicked': '<details><summary onclick=bite()>x</summary></details>',
  'label is clicked': '<label onclick=bite()>x</label>',
  'unknown element is clicked': '<saltmere onclick=bite()>x</saltmere>',
  'svg text is clicked': '<svg><text y=20 onclick=bite()>x</text></svg>',
  'formula is clicked': '<math><mi onclick=bite()>x</mi></math>',
  'button is pressed': '<button onpointerdown=bite()>x</button>',
  'quote is touched': '<blockquote onmouseover=bite()>x</blockquote>',
  'figure is entered': '<figure onpointerenter=bite()>x</figure>',
  'caption is left': '<figure><figcaption onmouseout=bite()>x</figcaption></figure>',
  'code is copied': '<pre><code oncopy=bite()>x</code></pre>',
  'heading is dragged': '<h2 draggable=true ondragstart=bite()>x</h2>',
  'list item is scrolled': '<ul><li onwheel=bite()>x</ul>',
  'key is pressed in a definition': '<dl><dt tabindex=0 onkeydown=bite()>x</dl>',
  'menu is opened on a rule': '<hr oncontextmenu=bite()>',
  'ruby is selected': '<ruby onselectstart=bite()>x<rt>y</rt></ruby>',
  'form is sent': '<form action=# onsubmit="bite();return false"><button>x</button></form>',
  'form is reset': '<form onreset=bite()><button type=reset>x</button></form>',
  'box is ticked': '<input type=checkbox onchange=bite()>',
  'popover opens':
    '<button popovertarget=hold>x</button><p popover id=hold onbeforetoggle=bite()>y</p>',
  'time is double-clicked': '<time ondblclick=bite()>x</time>',
}

export const eventHandlerAttacks: Attack[] = [
  ...toAttacks({ family, bites: 'script' }, { ...selfStarting, ...waiting }),
  ...toAttacks(
    { family, bites: 'script', written: 'parsed' },
    {
      'body loads': '<body onload=bite()>',
      'page is shown': '<body onpageshow=bite()>',
      'script of the own host fails': '<script src=/none.js onerror=bite()></script>',
    },
  ),
]
