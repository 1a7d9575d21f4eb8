import { managerPlaces } from '../../src/platform/page/bar.tsx'
import { Card } from '../../src/platform/page/card.tsx'
import { htmlOf } from '../../src/platform/page/document.ts'
import { Page, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { SheetOfParts } from '../../src/platform/page/sheet.tsx'
import { FamilyTree } from '../../src/platform/page/tree/family-tree.tsx'
import { ContactSample } from './contact-page.tsx'
import { AgainSample, EmptyTraySample, SignInSample } from './door-pages.tsx'
import { EditorSample } from './editor-page.tsx'
import { FamilySample } from './family-page.tsx'
import { council, priya } from './family.ts'
import { BoardSample, InboxSample } from './manager-pages.tsx'
import { MyWorkSample } from './my-work.tsx'
import { LetterSample, RestrictedSample } from './paper-pages.tsx'
import { LongNamesSample, PersonSample } from './person-page.tsx'
import { smithAndBegum, uglyFamily } from './trees.ts'

/** Pages put together from the parts with an invented family: what the parts are looked at and measured in. */
export const samples: Record<string, (asset: AssetAddress) => string> = {
  sheet: (asset) => htmlOf(<Page title="Small parts" council={council} asset={asset} actor={priya} places={managerPlaces(6)} newContactHref="/contacts/new" bell={{ href: '/news', count: 0 }}><SheetOfParts /></Page>),
  trees: (asset) => htmlOf(
    <Page title="Family trees" council={council} asset={asset} actor={priya}>
      <h1>Family trees</h1>
      <Card title="A family"><FamilyTree title="Family tree of the Smith and Begum family" family={smithAndBegum} /></Card>
      <Card title="A large family"><FamilyTree title="Family tree of the Adeyemi family" family={uglyFamily} /></Card>
    </Page>),
  'my-work': (asset) => htmlOf(<MyWorkSample asset={asset} />),
  'empty-tray': (asset) => htmlOf(<EmptyTraySample asset={asset} />),
  family: (asset) => htmlOf(<FamilySample asset={asset} />),
  person: (asset) => htmlOf(<PersonSample asset={asset} />),
  'long-names': (asset) => htmlOf(<LongNamesSample asset={asset} />),
  contact: (asset) => htmlOf(<ContactSample asset={asset} />),
  'to-put-right': (asset) => htmlOf(<ContactSample asset={asset} wrong />),
  editor: (asset) => htmlOf(<EditorSample asset={asset} />),
  'every-child-apart': (asset) => htmlOf(<EditorSample asset={asset} apart />),
  inbox: (asset) => htmlOf(<InboxSample asset={asset} />),
  board: (asset) => htmlOf(<BoardSample asset={asset} />),
  letter: (asset) => htmlOf(<LetterSample asset={asset} />),
  restricted: (asset) => htmlOf(<RestrictedSample asset={asset} />),
  'sign-in': (asset) => htmlOf(<SignInSample asset={asset} />),
  'sign-in-again': (asset) => htmlOf(<AgainSample asset={asset} />),
}
