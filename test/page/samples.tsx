import { htmlOf } from '../../src/platform/page/document.ts'
import { Page, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { managerPlaces } from '../../src/platform/page/bar.tsx'
import { SheetOfParts } from '../../src/platform/page/sheet.tsx'
import { council, priya } from './family.ts'
import { MyWorkSample } from './my-work.tsx'

/** Pages put together from the parts with an invented family: what the parts are looked at and measured in. */
export const samples: Record<string, (asset: AssetAddress) => string> = {
  sheet: (asset) => htmlOf(<Page title="Small parts" council={council} asset={asset} actor={priya} places={managerPlaces(6)} newContactHref="/contacts/new" bell={{ href: '/news', count: 0 }}><SheetOfParts /></Page>),
  'my-work': (asset) => htmlOf(<MyWorkSample asset={asset} />),
}
