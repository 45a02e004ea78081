export { Bell } from './bell.js'
export {
  amountOf,
  erasing,
  morningOf,
  near,
  outward,
  planRound,
  readings,
  registerOfPersons,
  setDeadline,
  visitMoments,
} from './activities.js'
export { endWhenAnswered } from './ending.js'
export { firstNear } from './first-near.js'
export { withKeys } from './keys.js'
export { follow } from './follow.js'
export { Course, type Way } from './course.js'
export { unstoppable } from './unstoppable.js'
export { inNewestVersion } from './newest-version.js'
export { withPatience } from './patience.js'
export { report, sayToSender, senderOf, senderOfV2, type Reported } from './sender.js'
export { startNear, tell, tellOrHear } from './near-process.js'
export {
  askOnce,
  listenToRegistry,
  listenToSender,
  lookAtCustody,
  owedToLookAtCustody,
  owedToRegistry,
  tellOfChild,
} from './registry.js'
export { refuse } from './refuse.js'
export { start, type Moments, type ProcessInput } from './start.js'
export type { Follow, Owed } from './desk.js'
export { isPausable } from './pauses.js'
export type { Answered, OpenTask } from './task.js'
export { command, oweDuty } from './verbs.js'
