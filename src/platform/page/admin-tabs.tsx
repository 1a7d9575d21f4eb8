import { Tabs } from './tabs.tsx'

/** The places of an administrator. */
export const AdminTabs = ({ here }: { here: 'council' | 'staff' | 'given' | 'teams' | 'codes' | 'words' | 'timescales' | 'terms' | 'forms' | 'imports' | 'councils' | 'background' }) => (
  <Tabs label="Settings" tabs={[
    { label: 'Council', href: '/admin', here: here === 'council' },
    { label: 'People who work here', href: '/admin/staff', here: here === 'staff' },
    { label: 'Sight given', href: '/admin/given', here: here === 'given' },
    { label: 'Teams', href: '/admin/teams', here: here === 'teams' },
    { label: 'Code lists', href: '/admin/codes', here: here === 'codes' },
    { label: 'Words', href: '/admin/words', here: here === 'words' },
    { label: 'Timescales', href: '/admin/timescales', here: here === 'timescales' },
    { label: 'School terms', href: '/admin/terms', here: here === 'terms' },
    { label: 'Forms', href: '/admin/forms', here: here === 'forms' },
    { label: 'Imports', href: '/admin/imports', here: here === 'imports' },
    { label: 'Other councils', href: '/admin/councils', here: here === 'councils' },
    { label: 'Background work', href: '/admin/background', here: here === 'background' },
  ]} />
)
