export { checkpointEvery, orsCutoffs, orsReliableChange, srsCutoff, type FitCutoff } from './fit-cutoffs.js'
export { fitAlarmOf, isOffTrack, type FitScore, type FitSession } from './track.js'
export {
  emptyPlaces,
  freePlaces,
  giveInTurn,
  hasPlace,
  hindranceTo,
  hold,
  inTurn,
  join,
  leave,
  numberOf,
  putFirst,
  take,
  type Given,
  type Placed,
  type Places,
  type Waiting,
} from './places.js'
