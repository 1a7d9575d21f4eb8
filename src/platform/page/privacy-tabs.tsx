import { Tabs } from './tabs.tsx'

/** The places of the privacy officer. */
export const PrivacyTabs = ({ here }: { here: 'desk' | 'openings' | 'unusual' }) => (
  <Tabs label="Privacy" tabs={[
    { label: 'Desk', href: '/privacy', here: here === 'desk' },
    { label: 'Openings', href: '/privacy/openings', here: here === 'openings' },
    { label: 'Unusual viewing', href: '/privacy/unusual', here: here === 'unusual' },
  ]} />
)
