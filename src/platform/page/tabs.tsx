import type { ComponentChildren } from 'preact'

export interface TabLink { readonly label: string; readonly href: string; readonly count?: number; readonly here?: boolean; readonly after?: ComponentChildren }

/** Parts of one page as links: each has an address, works without script and can be opened in a second window. */
export function Tabs({ label, tabs, end }: { label: string; tabs: readonly TabLink[]; end?: ComponentChildren }) {
  return (
    <div class="tabs">
      <nav aria-label={label}>
        <ul>
          {tabs.map((tab) => (
            <li>
              <a href={tab.href} aria-current={tab.here ? 'page' : undefined}>
                {tab.label}{tab.count === undefined ? null : <span class="count">{tab.count}</span>}{tab.after}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {end ? <div class="tabs-end">{end}</div> : null}
    </div>
  )
}
