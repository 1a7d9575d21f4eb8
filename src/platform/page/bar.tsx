import { Icon, LogoMark, type IconName } from './icons.tsx'
import { initialsOf } from './mark.ts'

export interface Place { readonly key: string; readonly label: string; readonly href: string; readonly icon: IconName; readonly count?: number }

/** Where most people work. A manager's places end with the decisions waiting. At most five. */
export const workerPlaces: readonly Place[] = [
  { key: 'my-work', label: 'My work', href: '/', icon: 'work' },
  { key: 'my-team', label: 'My team', href: '/team', icon: 'people' },
]
export const adminPlace: Place = { key: 'admin', label: 'Settings', href: '/admin', icon: 'settings' }
/** For the privacy officer. */
export const privacyPlace: Place = { key: 'privacy', label: 'Privacy', href: '/privacy', icon: 'lock' }
/** For the returns officer. */
export const returnsPlace: Place = { key: 'returns', label: 'Returns', href: '/returns', icon: 'chart' }
/** Where every child in our care is. */
export const carePlace: Place = { key: 'care', label: 'In our care', href: '/care', icon: 'moon' }
/** For designated officers. */
export const allegationsPlace: Place = { key: 'allegations', label: 'Allegations', href: '/allegations', icon: 'lock' }
/** For lawyers: what is in court, or on its way. */
export const legalPlace: Place = { key: 'legal', label: 'Legal work', href: '/legal', icon: 'file' }
/** For those who take and decide on what comes in. */
export const frontDoorPlace: Place = { key: 'front-door', label: 'Front door', href: '/contacts', icon: 'home' }
export const managerPlaces = (decisionsWaiting?: number): readonly Place[] => [
  ...workerPlaces,
  { key: 'decisions', label: 'Decisions', href: '/decisions', icon: 'inbox', count: decisionsWaiting },
]

/** Who is signed in, as the bar shows it. `hidden` are the fields that the sign-out form must carry. */
export interface BarActor {
  /** For what the browser keeps of this person's unsent typing. */
  readonly id?: string
  readonly email?: string
  readonly name: string
  readonly role?: string
  readonly links?: readonly { readonly label: string; readonly href: string }[]
  readonly signOut: { readonly action: string; readonly hidden?: Readonly<Record<string, string>> }
}

export interface BarProps {
  readonly productName: string
  readonly homeHref: string
  readonly actor: BarActor
  readonly places: readonly Place[]
  readonly place?: string
  readonly newContactHref?: string
  readonly search?: { readonly action?: string; readonly query?: string; readonly hint?: string }
  readonly sent?: { readonly words: string; readonly waiting?: boolean }
  readonly bell?: { readonly href: string; readonly count: number }
}

/** The same on every page: search, places, new contact, the state of sending in words, bell, account. On a phone the places stand at the foot, under the thumb. */
export function GlobalBar(props: BarProps) {
  const { actor, search, sent = { words: 'All sent' }, bell } = props
  return (
    <header class="bar">
      <div class="bar-line">
        <a class="bar-home" href={props.homeHref}><LogoMark /><span>{props.productName}</span></a>
        <form class="bar-search" role="search" action={search?.action ?? '/search'} method="post">
          <label class="unseen" for="bar-search">Search people, addresses and notes</label>
          <Icon name="search" />
          <input id="bar-search" name="q" type="search" value={search?.query} placeholder={search?.hint ?? 'Search people and notes'} autocomplete="off" aria-keyshortcuts="/" data-search-key />
          <kbd aria-hidden="true">/</kbd>
        </form>
        <nav class="bar-places" aria-label="Places">
          <ul>
            {props.places.map((place) => (
              <li>
                <a href={place.href} aria-current={place.key === props.place ? 'page' : undefined}>
                  <Icon name={place.icon} />
                  <span>{place.label}</span>
                  {place.count ? <span class="bar-count">{place.count}<span class="unseen"> waiting</span></span> : null}
                </a>
              </li>
            ))}
            {props.newContactHref ? <li class="bar-new"><a href={props.newContactHref}><Icon name="plus" /><span>New contact</span></a></li> : null}
          </ul>
        </nav>
        <p class={sent.waiting ? 'bar-sent is-waiting' : 'bar-sent'} role="status" id="sent-state">
          <Icon name={sent.waiting ? 'noSignal' : 'tick'} size="s" /><span>{sent.words}</span>
        </p>
        {bell ? (
          <a class="bar-bell" href={bell.href}>
            <Icon name="bell" size="l" />
            <span class="unseen">{bell.count === 0 ? 'Nothing new for you' : `${bell.count} new for you`}</span>
            {bell.count > 0 ? <span class="badge" aria-hidden="true">{bell.count > 99 ? '99+' : bell.count}</span> : null}
          </a>
        ) : null}
        <details class="menu bar-account" data-menu>
          <summary><span class="unseen">Your account, {actor.name}</span><span aria-hidden="true" class="initials">{initialsOf(actor.name)}</span></summary>
          <div class="menu-box">
            <p><strong>{actor.name}</strong>{actor.role ? <span class="second">{actor.role}</span> : null}</p>
            {actor.links && actor.links.length > 0 ? <ul>{actor.links.map((link) => <li><a href={link.href}>{link.label}</a></li>)}</ul> : null}
            <form method="post" action={actor.signOut.action}>
              {Object.entries(actor.signOut.hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
              <button type="submit"><Icon name="out" size="s" />Sign out</button>
            </form>
          </div>
        </details>
      </div>
    </header>
  )
}
