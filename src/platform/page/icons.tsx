/** Drawings on a grid of 24, stroked with the colour of the text around them. */
const drawings = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  plus: 'M12 5v14M5 12h14',
  tick: 'm5 12.5 4.5 4.5L19 7',
  cross: 'm6 6 12 12M18 6 6 18',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5M4.5 16.5h15M10.5 20h3',
  down: 'm7 10 5 5 5-5',
  left: 'm14.5 6-6 6 6 6',
  right: 'm9.5 6 6 6-6 6',
  warning: 'M12 4 2.8 20h18.4ZM12 10v4.5M12 17v.6',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.6v.6',
  lock: 'M7.5 11h9a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  people: 'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 20v-1.5a4 4 0 0 1 4-4h5a4 4 0 0 1 4 4V20M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.8a4 4 0 0 1 3.5 4V20',
  pencil: 'm4.5 19.5.8-4L16 4.8a2 2 0 0 1 2.9 0l.3.3a2 2 0 0 1 0 2.9L8.5 18.7Z',
  print: 'M7 9V4h10v5M7 17H4.5v-7h15v7H17M7 14h10v6H7Z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z',
  noSignal: 'M3.5 3.5l17 17M8.5 7A6 6 0 0 1 17.6 11a4.2 4.2 0 0 1 2.6 6.6M16 18.5H7.5a4.5 4.5 0 0 1-1.3-8.8',
  calendar: 'M5.5 5.5h13a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-12a1 1 0 0 1 1-1ZM4.5 10h15M8.5 3.5v4M15.5 3.5v4',
  phone: 'M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4 5.5a2 2 0 0 1 2-2Z',
  quote: 'M9.5 8c-2.5.5-4 2.5-4 5.5V16h4v-4h-2M18.5 8c-2.5.5-4 2.5-4 5.5V16h4v-4h-2',
  back: 'M9 5 4.5 9.5 9 14M4.5 9.5H15a4.5 4.5 0 0 1 0 9h-3',
  split: 'M4 12h5c4 0 3-6 8-6h2M9 12c4 0 3 6 8 6h2',
  history: 'M4.5 5v4.5H9M4.9 9.5A8 8 0 1 1 4 13M12 8.5V13l3 1.8',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  home: 'm3.5 11.5 8.5-7.5 8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20',
  inbox: 'M4 13.5 6.5 5h11l2.5 8.5V19H4ZM4 13.5h4.5l1 2.5h5l1-2.5H20',
  work: 'M5 5.5h14v14H5ZM8.5 10l1.5 1.5L12.5 9M8.5 15l1.5 1.5 2.5-2.5M15 10.5h1.5M15 15.5h1.5',
  file: 'M6.5 3.5h7l4 4v13h-11ZM13.5 3.5v4h4M9.5 12h5M9.5 15.5h5',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4ZM12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4Z',
  chart: 'M4.5 19.5h15M7 16v-5M12 16V6M17 16v-8',
  settings: 'M4 7h8M16 7h4M14 4.8v4.4M4 17h4M12 17h8M10 14.8v4.4',
  out: 'M10 4.5H5.5v15H10M14 8l4 4-4 4M18 12H9.5',
} as const

export type IconName = keyof typeof drawings

/** A drawing beside words; never the only carrier of a meaning. `size` in steps: s 16, m 20, l 24 px. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 's' | 'm' | 'l' }) {
  return (
    <svg class={`icon icon-${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}

/** The mark of the product: a square and a circle that hold on to each other. */
export function LogoMark() {
  return (
    <svg class="logo-mark" viewBox="0 0 30 24" aria-hidden="true" focusable="false">
      <rect x="2" y="4.5" width="15.5" height="15.5" rx="4" />
      <circle cx="19" cy="12" r="8" />
      <path class="logo-held" d="M17.5 5.8v8.5M13.8 18.2a8 8 0 0 1-2.4-4" />
    </svg>
  )
}
