export {
  fileActions,
  isFileAction,
  officeActions,
  type Action,
  type FileAction,
  type OfficeAction,
} from './actions.js'
export {
  type Actor,
  type FileFacts,
  type FileTarget,
  type OfficeTarget,
  type Part,
  type TaskFacts,
} from './facts.js'
export { fields, type Field } from './fields.js'
export { may, placesLed, type Allowed, type Decision, type DenyCode, type Seen } from './may.js'
export { whyNotReceiver, type NotReceiver } from './may-receive.js'
export { homeOf, servedBy, workersOf, worksIn } from './relations.js'
export { isShielded } from './whereabouts.js'
export { fileRules, officeRules, type FileRule, type OfficeRule } from './rules.js'
