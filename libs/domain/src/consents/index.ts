export { custodyDiffers } from './custody.js'
export { exchangeUnits, mayExchange, type Exchange } from './exchange.js'
export { faultOfGivers, type GiversFault } from './givers.js'
export { consentText, consentTexts, type ConsentText } from './texts.js'
