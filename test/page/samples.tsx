import { htmlOf } from '../../src/platform/page/document.ts'
import { Page, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { managerPlaces } from '../../src/platform/page/bar.tsx'
import { SheetOfParts } from '../../src/platform/page/sheet.tsx'
import { Card } from '../../src/platform/page/card.tsx'
import { FamilyTree } from '../../src/platform/page/tree/family-tree.tsx'
import { council, priya } from './family.ts'
import { MyWorkSample } from './my-work.tsx'
import { smithAndBegum, uglyFamily } from './trees.ts'

/** Pages put together from the parts with an invented family: what the parts are looked at and measured in. */
export const samples: Record<string, (asset: AssetAddress) => string> = {
  sheet: (asset) => htmlOf(<Page title="Small parts" council={council} asset={asset} actor={priya} places={managerPlaces(6)} newContactHref="/contacts/new" bell={{ href: '/news', count: 0 }}><SheetOfParts /></Page>),
  trees: (asset) => htmlOf(<Page title="Family trees" council={council} asset={asset} actor={priya}><h1>Family trees</h1><Card title="A family"><FamilyTree title="Family tree of the Smith and Begum family" family={smithAndBegum} /></Card><Card title="A large family"><FamilyTree title="Family tree of the Adeyemi family" family={uglyFamily} /></Card></Page>),
  'tree-wide': (asset) => htmlOf(<Page title="Family tree" council={council} asset={asset} actor={priya} frame="editor"><h1>Family tree</h1><FamilyTree title="Family tree of the Adeyemi family" family={uglyFamily} /></Page>),
  'my-work': (asset) => htmlOf(<MyWorkSample asset={asset} />),
}
