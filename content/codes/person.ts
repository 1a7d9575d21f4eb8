import type { CodeList } from './codeList.ts'

/** As the national returns ask for it. */
export const sexes: CodeList = {
  id: 'sexes', title: 'Sex', return: 'cin: Sex',
  codes: [
    { code: 'male', label: 'Male', returnCode: 'M' },
    { code: 'female', label: 'Female', returnCode: 'F' },
    { code: 'notStated', label: 'Not stated', returnCode: 'U' },
  ],
}

export const genders: CodeList = {
  id: 'genders', title: 'Gender, in the person’s own words',
  codes: [
    { code: 'boyOrMan', label: 'Boy or man' },
    { code: 'girlOrWoman', label: 'Girl or woman' },
    { code: 'nonBinary', label: 'Non-binary' },
    { code: 'ownWords', label: 'In their own words' },
    { code: 'notSaid', label: 'Did not want to say' },
  ],
}

export const ethnicities: CodeList = {
  id: 'ethnicities', title: 'Ethnicity', return: 'cin: Ethnicity',
  codes: [
    { code: 'whiteBritish', label: 'White British', returnCode: 'WBRI', group: 'White' },
    { code: 'whiteIrish', label: 'White Irish', returnCode: 'WIRI', group: 'White' },
    { code: 'irishTraveller', label: 'Traveller of Irish heritage', returnCode: 'WIRT', group: 'White' },
    { code: 'gypsyRoma', label: 'Gypsy or Roma', returnCode: 'WROM', group: 'White' },
    { code: 'whiteOther', label: 'Another White background', returnCode: 'WOTH', group: 'White' },
    { code: 'whiteBlackCaribbean', label: 'White and Black Caribbean', returnCode: 'MWBC', group: 'Mixed' },
    { code: 'whiteBlackAfrican', label: 'White and Black African', returnCode: 'MWBA', group: 'Mixed' },
    { code: 'whiteAsian', label: 'White and Asian', returnCode: 'MWAS', group: 'Mixed' },
    { code: 'mixedOther', label: 'Another mixed background', returnCode: 'MOTH', group: 'Mixed' },
    { code: 'indian', label: 'Indian', returnCode: 'AIND', group: 'Asian or Asian British' },
    { code: 'pakistani', label: 'Pakistani', returnCode: 'APKN', group: 'Asian or Asian British' },
    { code: 'bangladeshi', label: 'Bangladeshi', returnCode: 'ABAN', group: 'Asian or Asian British' },
    { code: 'chinese', label: 'Chinese', returnCode: 'CHNE', group: 'Asian or Asian British' },
    { code: 'asianOther', label: 'Another Asian background', returnCode: 'AOTH', group: 'Asian or Asian British' },
    { code: 'blackCaribbean', label: 'Black Caribbean', returnCode: 'BCRB', group: 'Black or Black British' },
    { code: 'blackAfrican', label: 'Black African', returnCode: 'BAFR', group: 'Black or Black British' },
    { code: 'blackOther', label: 'Another Black background', returnCode: 'BOTH', group: 'Black or Black British' },
    { code: 'otherEthnicGroup', label: 'Another ethnic group', returnCode: 'OOTH', group: 'Other' },
    { code: 'refused', label: 'Did not want to say', returnCode: 'REFU', group: 'Other' },
    { code: 'notYetAsked', label: 'Not yet asked', returnCode: 'NOBT', group: 'Other' },
  ],
}

export const disabilities: CodeList = {
  id: 'disabilities', title: 'Disability', return: 'cin: Disability',
  codes: [
    { code: 'none', label: 'No disability', returnCode: 'NONE', alone: true },
    { code: 'mobility', label: 'Moving around', returnCode: 'MOB' },
    { code: 'hands', label: 'Using hands', returnCode: 'HAND' },
    { code: 'personalCare', label: 'Washing, dressing and eating', returnCode: 'PC' },
    { code: 'continence', label: 'Continence', returnCode: 'INC' },
    { code: 'communication', label: 'Communication', returnCode: 'COMM' },
    { code: 'learning', label: 'Learning', returnCode: 'LD' },
    { code: 'hearing', label: 'Hearing', returnCode: 'HEAR' },
    { code: 'sight', label: 'Sight', returnCode: 'VIS' },
    { code: 'behaviour', label: 'Behaviour', returnCode: 'BEH' },
    { code: 'consciousness', label: 'Seizures or consciousness', returnCode: 'CON' },
    { code: 'autism', label: 'Autism', returnCode: 'AUT' },
    { code: 'other', label: 'Another disability', returnCode: 'DDA' },
  ],
}

/** Codes are those of ISO 639, the shortest where there are two. */
export const languages: CodeList = {
  id: 'languages', title: 'Language',
  codes: [
    { code: 'en', label: 'English' },
    { code: 'ar', label: 'Arabic' },
    { code: 'bn', label: 'Bengali or Sylheti' },
    { code: 'bfi', label: 'British Sign Language' },
    { code: 'bg', label: 'Bulgarian' },
    { code: 'yue', label: 'Cantonese' },
    { code: 'cs', label: 'Czech' },
    { code: 'fa', label: 'Farsi or Dari' },
    { code: 'fr', label: 'French' },
    { code: 'gu', label: 'Gujarati' },
    { code: 'hi', label: 'Hindi' },
    { code: 'hu', label: 'Hungarian' },
    { code: 'it', label: 'Italian' },
    { code: 'ku', label: 'Kurdish' },
    { code: 'ln', label: 'Lingala' },
    { code: 'lt', label: 'Lithuanian' },
    { code: 'cmn', label: 'Mandarin' },
    { code: 'ne', label: 'Nepali' },
    { code: 'ps', label: 'Pashto' },
    { code: 'pl', label: 'Polish' },
    { code: 'pt', label: 'Portuguese' },
    { code: 'pa', label: 'Punjabi' },
    { code: 'rom', label: 'Romani' },
    { code: 'ro', label: 'Romanian' },
    { code: 'ru', label: 'Russian' },
    { code: 'sk', label: 'Slovak' },
    { code: 'so', label: 'Somali' },
    { code: 'es', label: 'Spanish' },
    { code: 'sw', label: 'Swahili' },
    { code: 'sq', label: 'Albanian' },
    { code: 'ta', label: 'Tamil' },
    { code: 'ti', label: 'Tigrinya' },
    { code: 'am', label: 'Amharic' },
    { code: 'tr', label: 'Turkish' },
    { code: 'tw', label: 'Twi' },
    { code: 'uk', label: 'Ukrainian' },
    { code: 'ur', label: 'Urdu' },
    { code: 'vi', label: 'Vietnamese' },
    { code: 'cy', label: 'Welsh' },
    { code: 'yo', label: 'Yoruba' },
    { code: 'other', label: 'Another language' },
    { code: 'notKnown', label: 'Not known' },
  ],
}

export const communicationNeeds: CodeList = {
  id: 'communicationNeeds', title: 'What helps us talk together',
  codes: [
    { code: 'interpreter', label: 'An interpreter' },
    { code: 'signLanguage', label: 'A sign language interpreter' },
    { code: 'easyRead', label: 'Easy read' },
    { code: 'largePrint', label: 'Large print' },
    { code: 'braille', label: 'Braille' },
    { code: 'pictures', label: 'Pictures or symbols' },
    { code: 'makaton', label: 'Makaton' },
    { code: 'device', label: 'A communication device' },
    { code: 'textNotCall', label: 'A text, not a call' },
    { code: 'timeToAnswer', label: 'More time to answer' },
    { code: 'supporter', label: 'Somebody with them' },
    { code: 'other', label: 'Something else' },
  ],
}

/** Reviewed within twelve months. */
export const warningKinds: CodeList = {
  id: 'warningKinds', title: 'Warning', offered: 'open',
  codes: [
    { code: 'visitInPairs', label: 'Visit in pairs' },
    { code: 'violence', label: 'Risk of violence to workers' },
    { code: 'dog', label: 'A dog at home' },
    { code: 'weapons', label: 'Weapons' },
    { code: 'doNotShareAddress', label: 'Do not share the address' },
    { code: 'doNotPhone', label: 'Do not phone or leave messages' },
    { code: 'infection', label: 'Infection' },
    { code: 'hazardAtHome', label: 'A hazard at home' },
    { code: 'otherDanger', label: 'Another danger' },
  ],
}
