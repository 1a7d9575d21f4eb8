import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkCinLine, checkSsda903Line } from './checkReturns.ts'
import { checkSsda903 } from './ssda903Line.ts'
import { rulesInWords } from './rulesInWords.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-returns-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return join(folder, name) }
const findingsIn = (file: string) => readFileSync(file, 'utf8').trim().split('\r\n').slice(1)

async function check(line: typeof checkCinLine, ...words: string[]): Promise<string[]> {
  const printed: string[] = []
  await line.run({ ownerUrl: '', dataFolder: folder, words: [line.name.split(' ')[1]!, ...words], print: (text) => void printed.push(text) })
  return printed
}

const shared = process.env.KITH_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const given = (name: string) => resolve(shared, 'inputs', name)

describe('a folder of a return is read as councils send it', () => {
  it('with a mark at its head, columns in any order and case, and rows counted from 1', async () => {
    written('header.csv', '\ufeffdob,Child,SEX,ETHNIC,UPN,MOTHER,MC_DOB\r\n10/05/2015,1,F,WBRI,UN1,0,\r\n10/05/2015,=2,F,XXXX,,0,\r\n')
    written('episodes.csv', 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n1,01/06/2025,S,C2,N1,U6,PR4,31/02/2026,X1,,"W12 8QT",W12 8QT,XXXXXXX')
    written('other.csv', 'a,b\n1,2\n')
    const out = join(folder, 'out.csv')
    const printed = await check(checkSsda903Line, folder, '--year', '2026', '--findings', out)
    expect(printed.join('\n')).toContain('other.csv was left out')
    const found = findingsIn(out)
    expect(found).toContain('103,Header,2,\'=2')
    expect(found).toContain('147,Episodes,1,1')
    expect(found).toContain('209,Header,1,1')
    expect(printed.join('\n')).toMatch(/Not run without table OC2: .*190/)
    expect(printed.join('\n')).toMatch(/Not run without last year’s return \(--last-year\): 202/)
  })

  it('in shares when it is too large to hold, with the same findings', async () => {
    const findings = async (atOnce?: number) => {
      const out = join(folder, 'shares.csv')
      const printed: string[] = []
      await checkSsda903({ ownerUrl: '', dataFolder: folder, words: [], print: (text) => void printed.push(text) }, [folder, '--year', '2026', '--last-year', folder, '--findings', out], atOnce)
      return [...findingsIn(out).sort(), ...printed.filter((text) => text.includes('children and'))]
    }
    const whole = await findings()
    expect(whole.length).toBeGreaterThan(4)
    expect(await findings(100)).toEqual(whole)
  })

  it.each([
    ['no folder', ['--year', '2026', join('nowhere')], /There is no file or folder/],
    ['no year', [folder], /Say by which year/],
    ['a year not covered', [folder, '--year', '2030'], /none of 2030/],
    ['an option nobody knows', [folder, '--year', '2026', '--fast', '1'], /Say what to check/],
    ['a file of findings that cannot be written', [folder, '--year', '2026', '--findings', join(folder, 'none', 'out.csv')], /We cannot write/],
    ['a list without its columns', [folder, '--year', '2026', '--postcodes', join(folder, 'other.csv')], /lacks postcode, lad_code/],
  ])('and says plainly what is wrong: %s', async (_, words, sentence) => { await expect(check(checkSsda903Line, ...words)).rejects.toThrow(sentence) })

  it('and a broken XML file is refused with its line', async () => {
    await expect(check(checkSsda903Line, written('broken.xml', '<EXPSSDA903>\n<CHILD><HEADER></CHILD>'), '--year', '2026')).rejects.toThrow(/broken at line 2/)
    await expect(check(checkSsda903Line, written('other.xml', '<Message></Message>'), '--year', '2026')).rejects.toThrow(/no SSDA903 return/)
    await expect(check(checkCinLine, written('empty.xml', ''))).rejects.toThrow(/The file is empty/)
  })

  it('and the XML of a return says the same as its CSV files', async () => {
    const xml = written('one.xml', '<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><SEX>F</SEX><DOB>10/05/2015</DOB><ETHNIC>WBRI</ETHNIC><UPN>UN1</UPN><UASC>0</UASC><MOTHER>0</MOTHER><AREVIEW><REVIEW>01/06/2025</REVIEW><REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW></HEADER><EPISODE><DECOM>01/06/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><DEC>31/02/2026</DEC><REC>X1</REC></EPISODE></CHILD></EXPSSDA903>')
    const out = join(folder, 'xml.csv')
    await check(checkSsda903Line, xml, '--year', '2026', '--findings', out)
    expect(findingsIn(out)).toEqual(expect.arrayContaining(['147,Episodes,1,1', '209,Header,1,1', '440,Reviews,1,1']))
  })
})

describe.skipIf(!existsSync(given('ssda903_fake')))('the returns that were given (skipped where the given folder is absent)', () => {
  it('are checked to the end, and each finding is of a row that there is', async () => {
    const out = join(folder, 'fake.csv')
    const printed = await check(checkSsda903Line, given('ssda903_fake'), '--year', '2026', '--findings', out, '--last-year', given('ssda903_fake'))
    const found = findingsIn(out)
    expect(printed.at(-1)).toMatch(/Not run without/)
    // all 2,675 children carry the codes of sex of before 2025
    expect(found.filter((line) => line.startsWith('101,'))).toHaveLength(2675)
    expect(found.some((line) => line.startsWith('202,'))).toBe(false)
    expect(found.every((line) => /^[\dA-Za-z]+,\w+,[1-9]\d*,\w+$/.test(line))).toBe(true)
  })

  it('and the census by the rules of another year', async () => {
    const out = join(folder, 'cin.csv')
    const printed = await check(checkCinLine, given('cin_fake/fake_CIN_data.xml'), '--as-year', '2026', '--findings', out)
    expect(printed[0]).toContain('The census of 2022, from 1 Apr 2021 to 21 Jul 2022, checked by the rules of 2026.')
    expect(findingsIn(out).filter((line) => line.startsWith('4180,'))).toHaveLength(332)
    expect(findingsIn(out)).toContain('100,Header,1,')
  })
})

describe('docs/returns.md', () => {
  it('lists the rules as they are: npm run kith -- check rules --out docs/returns.md', () => {
    expect(readFileSync(resolve(import.meta.dirname, '../../../../docs/returns.md'), 'utf8')).toBe(rulesInWords())
  })
})
