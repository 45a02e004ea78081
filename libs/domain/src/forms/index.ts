export { caseNumber, civilNumber, freeText, identifying, isVaultField, TEXT_LIMIT } from './text.js'
export { splitTexts, type Texts } from './split.js'
export { codesOnly } from './codes-only.js'
export { dutyCheck, isoDate, instant, namesPerson, personId, vaultRef, type DutyCheck } from './fields.js'
