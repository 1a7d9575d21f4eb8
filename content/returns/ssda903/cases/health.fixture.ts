import type { Case } from './reading.fixture.ts'

const all = 'Episodes DECOM=01/04/2025 RNE=S LS=C2'
const short = 'Episodes DECOM=02/04/2025 RNE=S LS=C2'
const respite = 'Episodes DECOM=01/04/2024 RNE=S LS=V4'
const four = 'IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1 SUBSTANCE_MISUSE=0'

export const healthCases: readonly Case[] = [
  ['157', [all, 'OC2 DOB=01/04/2021 SDQ_REASON=SDQ1'], [all, 'OC2 DOB=02/04/2021 SDQ_REASON=SDQ1']],
  ['158', ['OC2 INTERVENTION_RECEIVED=1 INTERVENTION_OFFERED=1'], ['OC2 INTERVENTION_RECEIVED=0 INTERVENTION_OFFERED=1']],
  ['159', ['OC2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0'], ['OC2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0 INTERVENTION_OFFERED=0']],
  ['181', ['OC2 TEETH_CHECK=2'], ['OC2 TEETH_CHECK=0', 'OC2']],
  ['182', ['OC2 CONVICTED=0 TEETH_CHECK=1'], [`OC2 CONVICTED=0 ${four}`, 'OC2 TEETH_CHECK=1']],
  ['185', [short, 'OC2 SDQ_SCORE=10'], [all, 'OC2 SDQ_SCORE=10']],
  ['186', [all, 'OC2 DOB=01/04/2009'], [all, 'OC2 DOB=31/03/2009', 'OC2 DOB=01/04/2012 SDQ_REASON=SDQ3']],
  ['188', ['OC2 DOB=01/04/2022 SDQ_SCORE=10'], ['OC2 DOB=31/03/2022 SDQ_SCORE=10']],
  ['189', ['OC2 DOB=01/04/2008 SDQ_REASON=SDQ2'], ['OC2 DOB=02/04/2008 SDQ_REASON=SDQ2']],
  ['190', [respite, 'OC2 TEETH_CHECK=1'], [all, 'OC2 TEETH_CHECK=1']],
  ['190', ['Episodes DECOM=01/03/2025 RNE=S LS=C2 DEC=01/06/2025 REC=E4A', 'Episodes DECOM=01/07/2025 RNE=S LS=C2', 'OC2 TEETH_CHECK=1'], ['Episodes DECOM=01/03/2025 RNE=S LS=C2 DEC=01/06/2025 REC=X1', 'Episodes DECOM=01/06/2025 RNE=P LS=C2', 'OC2 TEETH_CHECK=1']],
  ['191', [all], [short]],
  ['191', [all, 'OC2 IMMUNISATIONS=1'], [all, `OC2 ${four}`]],
  ['192', ['OC2 SUBSTANCE_MISUSE=1'], ['OC2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0']],
  ['193', ['OC2 SUBSTANCE_MISUSE=0 INTERVENTION_OFFERED=0'], ['OC2 SUBSTANCE_MISUSE=1 INTERVENTION_OFFERED=0', 'OC2 SUBSTANCE_MISUSE=0']],
  ['197a', ['OC2 SDQ_SCORE=10 SDQ_REASON=SDQ2'], ['OC2 SDQ_SCORE=10', 'OC2 SDQ_REASON=SDQ2']],
  ['197B', [all, 'OC2 DOB=31/03/2022'], [all, 'OC2 DOB=01/04/2022', 'OC2 DOB=31/03/2022 SDQ_REASON=SDQ2']],
  ['197B', [all, 'OC2 DOB=02/04/2008'], [all, 'OC2 DOB=01/04/2008']],
  ['198', [short, 'OC2 SDQ_REASON=SDQ2'], [all, 'OC2 SDQ_REASON=SDQ2']],
  ['542', ['OC2 DOB=01/04/2016 CONVICTED=0'], ['OC2 DOB=31/03/2016 CONVICTED=0']],
  ['543', [all, 'OC2 DOB=31/03/2016'], [all, 'OC2 DOB=01/04/2016']],
  ['544', ['OC2 CONVICTED=0'], [`OC2 CONVICTED=0 ${four}`, 'OC2']],
  ['545', [all, 'OC2 DOB=01/04/2021'], [all, 'OC2 DOB=31/03/2021', 'OC2 DOB=01/04/2021 HEALTH_CHECK=1']],
  ['546', ['OC2 DOB=31/03/2021 HEALTH_CHECK=1'], ['OC2 DOB=01/04/2021 HEALTH_CHECK=1']],
  ['547', ['OC2 HEALTH_CHECK=1'], [`OC2 HEALTH_CHECK=1 ${four}`]],
  ['440', ['Reviews DOB=01/05/2021 REVIEW=01/05/2025 REVIEW_CODE=PN0'], ['Reviews DOB=02/05/2021 REVIEW=01/05/2025 REVIEW_CODE=PN0']],
  ['441', ['Reviews DOB=02/05/2021 REVIEW=01/05/2025 REVIEW_CODE=PN1'], ['Reviews DOB=01/05/2021 REVIEW=01/05/2025 REVIEW_CODE=PN1']],
]

const told = 'OC3 IN_TOUCH=YES ACTIV=F1 ACCOM=B1'
export const leaverCases: readonly Case[] = [
  ['134', [told, 'AD1 DATE_INT=01/05/2025'], [told, 'AD1']],
  ['153', ['OC3 IN_TOUCH=YES ACTIV=F1'], ['OC3 IN_TOUCH=DIED', told, 'OC3']],
  ['187', [all, told], [short, told]],
  ['187', [all, 'AD1 FOSTER_CARE=1'], [short, 'AD1 FOSTER_CARE=1']],
  ['215', [told, 'OC2 TEETH_CHECK=1'], [told, 'OC2']],
  ['344', ['OC3 IN_TOUCH=RHOM ACTIV=F1'], ['OC3 IN_TOUCH=RHOM']],
  ['345', ['OC3 IN_TOUCH=YES ACTIV=0 ACCOM=B1'], ['OC3 IN_TOUCH=NO ACTIV=0 ACCOM=0']],
  ['347', ['OC3 ACCOM=T1 DOB=02/04/2007'], ['OC3 ACCOM=T1 DOB=01/04/2007', 'OC3 ACCOM=B1 DOB=02/04/2007']],
  ['348', ['OC3 IN_TOUCH=YES', 'last.OC3 IN_TOUCH=DIED'], ['OC3 IN_TOUCH=YES', 'last.OC3 IN_TOUCH=NO']],
  ['391', [`${told} DOB=01/04/2009`], [`${told} DOB=31/03/2009`, `${told} DOB=02/04/2003`]],
  ['391', [`${told} DOB=01/04/2003`], ['OC3 DOB=01/04/2003']],
  ['1000', [told, 'last.Episodes DECOM=01/05/2024 REC=E2'], [told, 'last.Episodes DECOM=01/05/2024 REC=E4A']],
  ['1001', [told, 'Header DOB=01/05/2007', 'Episodes DECOM=01/02/2025 DEC=01/05/2025 LS=C2 REC=E8'], [told, 'Header DOB=01/05/2007', 'Episodes DECOM=30/01/2025 DEC=01/05/2025 LS=C2 REC=E8']],
  ['1001', [told, 'Header DOB=01/05/2007', 'Episodes DECOM=30/01/2024 DEC=01/05/2025 LS=C2 REC=E11'], [told, 'Header DOB=31/03/2006', 'Episodes DECOM=01/02/2025 DEC=01/05/2025 LS=C2 REC=E8']],
  ['1002', [told], [told, 'last.Episodes DECOM=01/05/2024']],
  ['1007', [`${told} DOB=01/06/2007`, 'Episodes DECOM=01/05/2020'], [`${told} DOB=01/06/2007`, 'Episodes DECOM=01/05/2020 DEC=01/06/2025']],
  ['1010', [told, 'last.Episodes DECOM=01/05/2024'], [told, 'last.Episodes DECOM=01/05/2024 DEC=01/06/2024']],
  ['1011', [told, 'Episodes DECOM=01/05/2020 REC=E3'], [told, 'Episodes DECOM=01/05/2020 REC=E8']],
  ['1014', [told, 'UASC DUC=01/05/2025'], [told, 'UASC DUC=01/05/2025', all]],
  ['1016', [`${told} DOB=01/06/2007`, 'Episodes DECOM=01/05/2020 DEC=02/06/2025'], [`${told} DOB=01/06/2007`, 'Episodes DECOM=01/05/2020 DEC=31/05/2025']],
  ['3001', ['OC3 ACCOM=Z1', 'Header DOB=01/04/2008'], ['OC3 ACCOM=Z1', 'Header DOB=31/03/2008']],
]

const care = 'Episodes DECOM=01/05/2025 DEC=01/09/2025 REC=E4A'
export const missingCases: readonly Case[] = [
  ['564', ['Missing MISSING=M'], ['Missing MISSING=M MIS_START=01/05/2025']],
  ['565', ['Missing MIS_START=01/05/2025'], ['Missing MISSING=M MIS_START=01/05/2025']],
  ['566', ['Missing MIS_END=01/05/2025'], ['Missing MISSING=A MIS_END=01/05/2025']],
  ['567', ['Missing MIS_START=02/05/2025 MIS_END=01/05/2025'], ['Missing MIS_START=01/05/2025 MIS_END=01/05/2025']],
  ['570', ['Missing MIS_START=01/04/2026'], ['Missing MIS_START=31/03/2026']],
  ['571', ['Missing MIS_END=31/03/2025'], ['Missing MIS_END=01/04/2025', 'Missing']],
  ['574', ['Missing MIS_START=01/05/2025', 'Missing MIS_START=03/05/2025'], ['Missing MIS_START=01/05/2025 MIS_END=03/05/2025', 'Missing MIS_START=03/05/2025']],
  ['575', [care, 'Missing MIS_START=01/09/2025'], ['Episodes DECOM=01/05/2025', 'Missing MIS_START=01/09/2025']],
  ['576', ['last.Missing MIS_START=01/03/2025', 'Missing MIS_START=01/05/2025'], ['last.Missing MIS_START=01/03/2025', 'Missing MIS_START=01/03/2025']],
  ['576', ['last.Missing MIS_START=01/03/2025', 'Header SEX=F'], ['last.Missing MIS_START=01/03/2025 MIS_END=02/03/2025', 'Header SEX=F']],
  ['577', [care, 'Missing MIS_START=01/08/2025'], [care, 'Missing MIS_START=01/08/2025 MIS_END=01/09/2025']],
  ['578', [care, 'Missing MIS_START=02/09/2025'], [care, 'Missing MIS_START=01/09/2025']],
  ['580', ['Episodes DEC=01/06/2025 REC=E4A', 'Missing DOB=01/06/2007 MIS_END=01/06/2025'], ['Episodes DEC=01/06/2025 REC=E8', 'Missing DOB=01/06/2007 MIS_END=01/06/2025']],
  ['581', [care, 'Missing MIS_START=30/04/2025'], [care, 'Missing MIS_START=01/05/2025']],
  ['586', ['Missing DOB=02/05/2010 MIS_START=01/05/2010'], ['Missing DOB=01/05/2010 MIS_START=01/05/2010']],
]
