import { Tabs } from '../../../platform/page/tabs.tsx'

/** The places of an administrator. */
export const AdminTabs = ({ here }: { here: 'council' | 'staff' | 'teams' | 'codes' }) => (
  <Tabs label="Settings" tabs={[
    { label: 'Council', href: '/admin', here: here === 'council' },
    { label: 'People who work here', href: '/admin/staff', here: here === 'staff' },
    { label: 'Teams', href: '/admin/teams', here: here === 'teams' },
    { label: 'Code lists', href: '/admin/codes', here: here === 'codes' },
  ]} />
)
