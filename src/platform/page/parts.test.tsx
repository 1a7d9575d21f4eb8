import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Button } from './button.tsx'
import { Clock } from './clock.tsx'
import { DataBlock } from './data-block.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { DateField, Words } from './fields/text.tsx'
import { hueOfChild, initialsOf, inOrder, letterOf } from './mark.ts'
import { contrastOnWhite, startingThemes, themeCss, themeOf, themeProblem } from './theme.ts'
import { Token, TokenRow } from './token.tsx'

describe('a person has one mark', () => {
  it('reads out the name where the token stands alone, and not twice beside the name', () => {
    const mark = { name: 'Isla Begum', symbol: 'female', hue: 'sea' } as const
    expect(renderToString(<Token mark={mark} />)).toContain('aria-label="Isla Begum"')
    expect(renderToString(<Token mark={mark} beside />)).toContain('aria-hidden="true"')
  })
  it('takes the letter and the initials from the name, in any script', () => {
    expect([letterOf('élodie'), letterOf(''), initialsOf('Priya Nair'), initialsOf('Priya'), initialsOf('Ana Maria de Souza')]).toEqual(['É', '?', 'PN', 'P', 'AS'])
  })
  it('tells brothers and sisters apart in order of birth, and never gives a child the hue of the adults', () => {
    expect([0, 1, 2, 3, 4].map(hueOfChild)).toEqual(['plum', 'umber', 'sea', 'moss', 'rose'])
    for (let order = 0; order < 20; order += 1) expect(hueOfChild(order)).not.toBe('slate')
  })
  it('stands in a row in order of birth, the adults last', () => {
    const mark = (name: string, hue: ReturnType<typeof hueOfChild>) => ({ name, symbol: 'notStated' as const, hue })
    expect(inOrder([mark('Kelly', 'slate'), mark('Isla', 'sea'), mark('Amelia', 'plum'), mark('Noah', 'umber')]).map((one) => one.name)).toEqual(['Amelia', 'Noah', 'Isla', 'Kelly'])
    expect(inOrder([mark('Sixth', 'plum'), mark('Nan', 'slate'), mark('First', 'plum')]).map((one) => one.name)).toEqual(['Sixth', 'First', 'Nan'])
  })
  it('counts in words whoever does not fit', () => {
    const marks = Array.from({ length: 12 }, (_, index) => ({ name: `Child ${index}`, symbol: 'notStated' as const, hue: hueOfChild(index) }))
    expect(renderToString(<TokenRow marks={marks} most={6} />)).toContain('and 7 more')
  })
})

describe('a clock', () => {
  it('has a shape of its own for each state, so that it can be read in grey', () => {
    const shapes = (['late', 'today', 'soon', 'inTime', 'waiting', 'done'] as const).map((state) => renderToString(<Clock state={state} words="" />).replaceAll(/ class="[^"]*"/g, ''))
    expect(new Set(shapes).size).toBe(6)
  })
})

describe('a button of a row', () => {
  it('has a look of its own in the stylesheet, small enough for a row', () => {
    const made = renderToString(<Button kind="row">Open</Button>)
    expect(made).toContain('button-row')
    expect(readFileSync(new URL('./style/parts.css', import.meta.url), 'utf8')).toMatch(/^\.button-row \{ min-height: 2\.25rem/m)
  })
})

describe('what islands start from', () => {
  it('cannot be broken out of by any text', () => {
    const html = renderToString(<DataBlock id="start" value={{ words: '</script><script>alert(1)</script>\u2028<!--' }} />)
    expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
    expect(JSON.parse(html.replace(/^<script[^>]*>|<\/script>$/g, ''))).toEqual({ words: '</script><script>alert(1)</script>\u2028<!--' })
  })
})

describe('a field', () => {
  it('ties its hint and its error to the control, and says the error in the same words as the summary', () => {
    const html = renderToString(<><ErrorSummary problems={[{ field: 'born', words: 'Write the date of birth as 3/10/2025' }]} /><DateField name="born" label="Date of birth" problem="Write the date of birth as 3/10/2025" /></>)
    expect(html).toContain('href="#born"')
    expect(html).toContain('aria-describedby="born-hint born-problem"')
    expect(html).toContain('aria-invalid="true"')
    expect(html.match(/Write the date of birth as 3\/10\/2025/g)).toHaveLength(2)
  })
  it('keeps what was written, whatever it was', () => {
    expect(renderToString(<Words name="why" label="Why" value={'<b>Isla</b> & "Leo"\n\nsaid so'} />)).toContain('&lt;b>Isla&lt;/b> &amp; &quot;Leo&quot;\n\nsaid so</textarea>')
  })
})

describe("a council's colour", () => {
  it('is taken when white words on it, and it on white, have 7 to 1', () => {
    for (const { theme } of startingThemes) expect(themeProblem(theme)).toBeUndefined()
  })
  it('has a pale tint and a line of its own hue, on which its words still read', () => {
    expect(themeOf('#17494d')).toEqual({ theme: '#17494d', onTheme: '#ffffff', themeTint: '#e4efef', themeLine: '#a8c5c7' })
    for (const { theme } of startingThemes) expect(contrastOnWhite(theme) / contrastOnWhite(themeOf(theme).themeTint)).toBeGreaterThanOrEqual(4.5)
  })
  it('is refused when it is too light, and the nearest darker one is offered', () => {
    for (const light of ['#00aaff', '#e9a45b', '#ff0000', '#ffffff', '#777777']) {
      const offer = themeProblem(light)?.offer
      expect(offer && contrastOnWhite(offer)).toBeGreaterThanOrEqual(7)
      expect(offer && contrastOnWhite(offer)).toBeLessThan(7.6)
    }
  })
  it('is refused when it is no colour, so that nothing else gets into the stylesheet', () => {
    expect(themeProblem('red;}body{display:none')?.words).toBe('Write the colour as # and six figures, as #17494d')
    expect(() => themeCss({ ...themeOf('#17494d'), themeTint: 'red}' })).toThrow(RangeError)
    expect(themeCss(themeOf('#17494d'))).toMatch(/^:root\{--theme:#17494d;--on-theme:#ffffff;--theme-tint:#[0-9a-f]{6};--theme-line:#[0-9a-f]{6}\}$/)
  })
})
