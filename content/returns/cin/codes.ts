/**
 * The code lists of the children in need census. A code that came or went carries the census year it was first
 * or last in force; the others stand in every year from 2017 to 2026.
 * Source: the Department for Education's published census structures, as read by liia-tools-pipeline at 4aff9189.
 */
export type CensusCode = Readonly<{ code: string; from?: number; until?: number }>

const always = (codes: string): CensusCode[] => codes.split(' ').map((code) => ({ code }))

export const censusCodes = {
  sex: [
    { code: 'M', from: 2025 }, { code: 'F', from: 2025 }, { code: 'U', from: 2025 },
  ],
  gender: [
    { code: '0', until: 2024 }, { code: '1', until: 2024 }, { code: '2', until: 2024 }, { code: '9', until: 2024 },
  ],
  yesNo: always('0 1'),
  unknownUpn: always('UN1 UN2 UN3 UN4 UN5 UN6 UN7'),
  ethnicity: always('WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT'),
  disability: always('NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA'),
  referralSource: [
    ...always('1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 6 7 8 9 10'),
    { code: '5D', from: 2023 },
  ],
  primaryNeed: always('N1 N2 N3 N4 N5 N6 N7 N8 N9 N0'),
  closure: [...always('RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8'), { code: 'RC9', from: 2023 }],
  abuse: always('NEG PHY SAB EMO MUL'),
  factor: [
    ...always('1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A'),
    // 18A and 19A were split in 2021 and are still sent by councils
    ...always('18A 19A 20 21 22A 23A'),
    { code: '18B', from: 2021 }, { code: '18C', from: 2021 }, { code: '19B', from: 2021 }, { code: '19C', from: 2021 },
    { code: '24A', from: 2022 },
  ],
} as const satisfies Record<string, readonly CensusCode[]>

export type CensusList = keyof typeof censusCodes
