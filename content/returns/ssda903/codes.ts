/**
 * The code lists of SSDA903, with the years a code came or went in where it did not stand in all of them.
 * Source: the lists of the Department for Education's collections of 2022 to 2026, as read by liia-tools-pipeline at 4aff9189.
 */
type Span = Readonly<{ from?: number; until?: number }>
const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

function byYear(always: string, sometimes: Readonly<Record<string, Span>>): (of: { readonly year: number }) => ReadonlySet<string> {
  const made = new Map<number, ReadonlySet<string>>()
  return ({ year }) => {
    const known = made.get(year)
    if (known) return known
    const then = Object.entries(sometimes).filter(([, { from = 0, until = 9999 }]) => from <= year && year <= until).flatMap(([codes]) => codes.split(' '))
    const codes = new Set([...always.split(' '), ...then].filter((code) => code !== ''))
    made.set(year, codes)
    return codes
  }
}
const everyYear = (codes: string) => {
  const known = set(codes)
  return () => known
}

export const sexes = byYear('', { '1 2': { until: 2024 }, 'M F U': { from: 2025 } })
export const ethnicities = everyYear('WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT')
export const yesNo = everyYear('0 1')
export const beginnings = everyYear('S L P T B U')
export const legalStatuses = everyYear('C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3')
export const needs = everyYear('N1 N2 N3 N4 N5 N6 N7 N8')
export const placements = byYear('A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1', {
  // supported accommodation came under Ofsted on 28 October 2023
  'H5 P2': { until: 2024 }, K3: { from: 2024 }, 'Z11 Z12 Z13 Z14': { from: 2026 },
})
export const placementProviders = everyYear('PR0 PR1 PR2 PR3 PR4 PR5')
export const endings = everyYear('X1 E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8')
export const placementChanges = everyYear('CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER')
export const participation = everyYear('PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7')
export const noSdqReasons = everyYear('SDQ1 SDQ2 SDQ3 SDQ4 SDQ5')
export const inTouch = everyYear('YES NO DIED REFU NREQ RHOM')
export const activities = everyYear('F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0')
export const accommodation = everyYear('B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S1 S2 T1 T2 U1 U2 V1 V2 W1 W2 X1 X2 Y1 Y2 Z1 Z2 0')
export const adopterSexes = everyYear('M1 F1 MM FF MF')
export const adopterStatuses = everyYear('L0 L11 L12 L2 L3 L4')
export const reversals = everyYear('RD1 RD2 RD3 RD4')
export const permanences = everyYear('P1 P2 P3 P4 Z1')
export const absences = everyYear('M A')
export const workerChanges = everyYear('MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS')

/** Placed for adoption. */
export const forAdoption = set('A3 A4 A5 A6')
/** Away from a placement that goes on: with family, in hospital, carers on holiday, for another or no stated reason. */
export const temporary = set('T0 T1 T2 T3 T4')
export const fostering = set('U1 U2 U3 U4 U5 U6')
export const adopted = set('E11 E12')
/** One short break of an agreed series, or a series of them. */
export const shortBreaks = set('V3 V4')
/** Unregistered placements, told apart from 2026. */
export const unregistered = set('Z11 Z12 Z13 Z14')
