import { textsByRef } from '../storage/texts.js'
import { consentShape } from './consent.js'
import { handoverShape } from './handover.js'

/** A consent with the texts it refers to. */
export const consentDetail = consentShape.extend({ texts: textsByRef }).meta({ id: 'ConsentDetail' })
/** A handover with the texts it refers to. */
export const handoverDetail = handoverShape.extend({ texts: textsByRef }).meta({ id: 'HandoverDetail' })
