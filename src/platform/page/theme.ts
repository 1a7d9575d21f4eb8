/** A council's colours, each as `#rrggbb`. */
export interface Theme { readonly theme: string; readonly onTheme: string; readonly themeTint: string; readonly themeLine: string }

const hexShape = /^#[0-9a-f]{6}$/i
type Rgb = readonly [red: number, green: number, blue: number]

const rgbOf = (hex: string): Rgb => [Number.parseInt(hex.slice(1, 3), 16), Number.parseInt(hex.slice(3, 5), 16), Number.parseInt(hex.slice(5, 7), 16)]
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
const mixed = (hex: string, share: number, other: number): string => {
  const [red, green, blue] = rgbOf(hex)
  const of = (part: number) => part * share + other * (1 - share)
  return hexOf([of(red), of(green), of(blue)])
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const linear = (part: number) => { const share = part / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4 }
  const [red, green, blue] = rgbOf(hex)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Contrast of the colour with white, 1 to 21. */
export const contrastOnWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05)

/** Nothing when the colour carries white text and reads on white (7:1); else what is wrong, and the nearest darker colour of the same kind. */
export function themeProblem(hex: string): { words: string; offer?: string } | undefined {
  if (!hexShape.test(hex)) return { words: 'Write the colour as # and six figures, as #17494d' }
  if (contrastOnWhite(hex) >= 7) return undefined
  for (let share = 0.99; share > 0; share -= 0.01) {
    const darker = mixed(hex, share, 0)
    if (contrastOnWhite(darker) >= 7) return { words: `This colour is too light to read on white. The nearest that works is ${darker}`, offer: darker }
  }
  return { words: 'This colour is too light to read on white' }
}

/** Hue in degrees, and saturation from 0 to 1. */
function hueOf(hex: string): { hue: number; saturation: number } {
  const [red, green, blue] = rgbOf(hex)
  const most = Math.max(red, green, blue) / 255
  const span = most - Math.min(red, green, blue) / 255
  if (span === 0) return { hue: 0, saturation: 0 }
  const light = most - span / 2
  const hue = most * 255 === red ? (green - blue) / 255 / span : most * 255 === green ? 2 + (blue - red) / 255 / span : 4 + (red - green) / 255 / span
  return { hue: hue * 60, saturation: span / (1 - Math.abs(2 * light - 1)) }
}

function pale(hex: string, share: number, light: number): string {
  const { hue, saturation } = hueOf(hex)
  const reach = saturation * share * Math.min(light, 1 - light)
  const part = (turn: number) => { const at = (((turn + hue / 30) % 12) + 12) % 12; return 255 * (light - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))) }
  return hexOf([part(0), part(8), part(4)])
}

/** Tint and line that go with a theme colour: of its hue, quieter and paler. */
export const themeOf = (hex: string): Theme => ({ theme: hex, onTheme: '#ffffff', themeTint: pale(hex, 0.5, 0.916), themeLine: pale(hex, 0.4, 0.72) })

/** The starting themes that a council can choose. */
export const startingThemes = [
  { name: 'Pine', theme: '#17494d' }, { name: 'Blue', theme: '#1b3f73' }, { name: 'Plum', theme: '#5b2350' }, { name: 'Slate', theme: '#30404d' },
] as const

/** The small stylesheet of a council. @throws RangeError when a value is no colour: it came past the settings page */
export function themeCss(theme: Theme): string {
  const lines = [['--theme', theme.theme], ['--on-theme', theme.onTheme], ['--theme-tint', theme.themeTint], ['--theme-line', theme.themeLine]] as const
  if (lines.some(([, value]) => !hexShape.test(value))) throw new RangeError('A theme colour is written as # and six figures.')
  return `:root{${lines.map(([name, value]) => `${name}:${value}`).join(';')}}`
}
