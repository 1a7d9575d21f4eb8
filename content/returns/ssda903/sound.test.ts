import { describe, expect, it } from 'vitest'
import { checking } from '../../../src/engine/returns/run.ts'
import { childOf, yearOf } from './cases/reading.fixture.ts'
import { ssda903Rules } from './rules.ts'

const home = 'HOME_POST=AB1_1AA'
const foster = `PLACE=U6 PLACE_PROVIDER=PR4 ${home} PL_POST=AB1_2BB URN=SC300`
const girl = 'SEX=F ETHNIC=WBRI UPN=A12345678901A MOTHER=0'
const boy = 'SEX=M ETHNIC=BAFR UPN=B12345678901B'
const worker = 'SWEpisodes SW_ID=SW1 SW_DECOM=01/02/2023 SW_REASON=OTHERS'
const well = 'IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1 SUBSTANCE_MISUSE=0'

/** Children of 2026 as a careful council returns them: no rule may find anything. */
const stories: Readonly<Record<string, readonly string[]>> = {
  'a girl in foster care for years': [
    `Header DOB=10/05/2015 ${girl}`, `last.Header DOB=10/05/2015 ${girl}`,
    `Episodes DECOM=03/02/2023 RNE=S LS=C2 CIN=N1 ${foster}`, `last.Episodes DECOM=03/02/2023 RNE=S LS=C2 CIN=N1 ${foster}`,
    'Reviews DOB=10/05/2015 REVIEW=01/06/2025 REVIEW_CODE=PN1', 'Reviews DOB=10/05/2015 REVIEW=01/12/2025 REVIEW_CODE=PN5',
    `OC2 DOB=10/05/2015 SDQ_SCORE=12 CONVICTED=0 ${well}`, 'PrevPerm DOB=10/05/2015 PREV_PERM=Z1', worker,
  ],
  'a boy who came in the year, went to hospital and back, then moved': [
    `Header DOB=10/05/2018 ${boy}`,
    `Episodes DECOM=05/06/2025 RNE=S LS=V2 CIN=N1 DEC=01/07/2025 REC=X1 ${foster}`,
    `Episodes DECOM=01/07/2025 RNE=L LS=C1 CIN=N1 DEC=01/08/2025 REC=X1 ${foster}`,
    `Episodes DECOM=01/08/2025 RNE=P LS=C1 CIN=N1 PLACE=T1 DEC=10/08/2025 REC=X1 ${home} PL_POST=AB1_2BB`,
    `Episodes DECOM=10/08/2025 RNE=P LS=C1 CIN=N1 DEC=01/11/2025 REC=X1 REASON_PLACE_CHANGE=CARPL ${foster}`,
    `Episodes DECOM=01/11/2025 RNE=P LS=C1 CIN=N1 PLACE=K2 PLACE_PROVIDER=PR4 ${home} PL_POST=AB1_2BB URN=SC300`,
    'Reviews DOB=10/05/2018 REVIEW=01/07/2025 REVIEW_CODE=PN2', 'PrevPerm DOB=10/05/2018 PREV_PERM=P1 LA_PERM=801 DATE_PERM=ZZ/05/2020',
    'Missing DOB=10/05/2018 MISSING=M MIS_START=05/11/2025 MIS_END=06/11/2025', 'SWEpisodes SW_ID=SW2 SW_DECOM=05/06/2025 SW_REASON=FCONTA',
  ],
  'a baby born and placed in the year': [
    'Header DOB=01/09/2025 SEX=F ETHNIC=MWAS UPN=UN1 MOTHER=0', `Episodes DECOM=04/09/2025 RNE=S LS=C1 CIN=N1 ${foster}`,
    'Reviews DOB=01/09/2025 REVIEW=01/10/2025 REVIEW_CODE=PN0', 'PrevPerm DOB=01/09/2025 PREV_PERM=Z1', 'SWEpisodes SW_ID=SW2 SW_DECOM=04/09/2025 SW_REASON=FCONTA',
  ],
  'a child adopted by others than the foster carers': [
    'Header DOB=10/05/2022 SEX=M ETHNIC=WBRI UPN=UN1', 'last.Header DOB=10/05/2022 SEX=M ETHNIC=WBRI UPN=UN1',
    `last.Episodes DECOM=01/03/2025 RNE=L LS=E1 CIN=N1 ${foster}`, `Episodes DECOM=01/03/2025 RNE=L LS=E1 CIN=N1 DEC=01/06/2025 REC=X1 REASON_PLACE_CHANGE=PLACE ${foster}`,
    `Episodes DECOM=01/06/2025 RNE=P LS=E1 CIN=N1 PLACE=A6 PLACE_PROVIDER=PR1 ${home} PL_POST=AB1_2BB URN=XXXXXXX DEC=01/02/2026 REC=E12`,
    'PlacedAdoption DOB=10/05/2022 DATE_PLACED=01/02/2025', 'last.PlacedAdoption DOB=10/05/2022 DATE_PLACED=01/02/2025',
    'AD1 DOB=10/05/2022 DATE_INT=01/02/2025 DATE_MATCH=01/05/2025 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=FF LS_ADOPTR=L12', 'Reviews DOB=10/05/2022 REVIEW=01/06/2025 REVIEW_CODE=PN0',
  ],
  'a young person who came alone to seek asylum': [
    'Header DOB=10/05/2009 SEX=M ETHNIC=OOTH UPN=UN2 UASC=1', 'UASC DOB=10/05/2009 SEX=M DUC=10/05/2027',
    'Episodes DECOM=05/06/2025 RNE=S LS=V2 CIN=N8 PLACE=K2 PLACE_PROVIDER=PR4 PL_POST=AB1_2BB URN=SC300', 'PrevPerm DOB=10/05/2009 PREV_PERM=Z1', 'SWEpisodes SW_ID=XX2 SW_DECOM=05/06/2025 SW_REASON=FCONTA',
  ],
  'a child in a series of short breaks': ['Header DOB=10/05/2014 SEX=F ETHNIC=WBRI', 'Episodes DECOM=05/06/2025 RNE=S LS=V4 CIN=N2 PLACE=K2 PLACE_PROVIDER=PR1', 'PrevPerm DOB=10/05/2014 PREV_PERM=Z1'],
  'a young woman who left care on her 18th birthday': [
    'Header DOB=10/05/2007 SEX=F ETHNIC=WBRI UPN=A12345678901A MOTHER=1 MC_DOB=01/02/2025', 'last.Header DOB=10/05/2007 SEX=F ETHNIC=WBRI UPN=A12345678901A MOTHER=1 MC_DOB=01/02/2025',
    `last.Episodes DECOM=03/02/2023 RNE=S LS=C2 CIN=N1 ${foster}`, `Episodes DECOM=03/02/2023 RNE=S LS=C2 CIN=N1 DEC=10/05/2025 REC=E17 ${foster}`,
  ],
  'a care leaver of 19': [
    'Header DOB=10/05/2006 SEX=M ETHNIC=WBRI UPN=A12345678901A', 'last.Header DOB=10/05/2006 SEX=M ETHNIC=WBRI UPN=A12345678901A', `last.Episodes DECOM=03/02/2021 RNE=S LS=C2 CIN=N1 DEC=10/05/2024 REC=E17 ${foster}`,
    'OC3 DOB=10/05/2006 IN_TOUCH=YES ACTIV=F2 ACCOM=Z1',
  ],
}

describe('nothing is found in a careful return', () => {
  it.each(Object.entries(stories))('of %s', (_, lines) => {
    const check = checking(ssda903Rules.filter(({ years }) => years[0] <= 2026 && 2026 <= years[1]), yearOf())
    const found = [...check.child(childOf(lines)), ...check.end()]
    expect(found.map(({ rule, table, row }) => `${rule} ${table} ${row}`)).toEqual([])
  })
})
