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

/** Tint and line that go with a theme colour. */
export const themeOf = (hex: string): Theme => ({ theme: hex, onTheme: '#ffffff', themeTint: mixed(hex, 0.11, 255), themeLine: mixed(hex, 0.38, 255) })

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
