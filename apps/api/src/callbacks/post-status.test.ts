import { describe, expect, it } from '@jest/globals'
import { EXEMPT, newsIn, taken } from './post-status.js'

const messageId = '11111111-2222-4333-8444-555555555555'
const status = (code: string, more = '') =>
  `<?xml version="1.0"?><ns2:PKO_PostStatus xmlns:ns2="http://serviceplatformen.dk/xml/print/PKO_PostStatus/1/types">
   <ns2:TransmissionId>t</ns2:TransmissionId><ns2:MessageUUID>${messageId.toUpperCase()}</ns2:MessageUUID>
   <ns2:KanalKode>Digital Post</ns2:KanalKode><ns2:TransaktionsDatoTid>2027-01-13T09:00:00+01:00</ns2:TransaktionsDatoTid>
   <ns2:TransaktionsStatusKode>${code}</ns2:TransaktionsStatusKode>${more}</ns2:PKO_PostStatus>`
const envelope = (inner: string) =>
  `<ModtagBeskedInput xmlns="urn:oio:sts:1.0.0"><b:Haendelsesbesked xmlns:b="urn:oio:besked:kuvert:1.0"><b:Beskeddata>
   <b:Base64 b:type="x">${Buffer.from(inner).toString('base64')}</b:Base64></b:Beskeddata></b:Haendelsesbesked></ModtagBeskedInput>`
const failed = (code: string) =>
  `<ns2:FejlDetaljer><ns2:FejlKode>${code}</ns2:FejlKode><ns2:FejlTekst>x</ns2:FejlTekst></ns2:FejlDetaljer>`
const at = '2027-01-13T08:00:00.000Z'

describe('what the distributor says of a letter', () => {
  it.each([
    ['Afleveret Digital Post', '', { messageId, status: 'delivered', why: null, at }],
    ['Fejlet', failed('42'), { messageId, status: 'returned', why: 'undeliverable', at }],
    ['Fejlet', failed(EXEMPT), { messageId, status: 'returned', why: 'exempt', at }],
    ['Fejlet', '', { messageId, status: 'returned', why: 'undeliverable', at }],
    ['Modtaget Digital Post', '', null],
    ['Afleveret til print og kuvertering', '', null],
    ['Afsendt', '', { messageId, status: 'posted', why: null, at }],
    ['Modtaget Post Danmark', '', { messageId, status: 'posted', why: null, at }],
  ])('under %s %s is understood', (code, more, news) => {
    expect(newsIn(envelope(status(code, more)))).toEqual(news)
  })

  it.each([
    ['no XML', 'hej'],
    ['another message', '<a/>'],
    ['a status without its envelope', status('Fejlet')],
    ['a message without an id', envelope(status('Fejlet').replace(messageId.toUpperCase(), 'x'))],
    ['a document with entities of its own', `<!DOCTYPE a [<!ENTITY e "x">]>${envelope(status('Fejlet'))}`],
  ])('is refused when it is %s', (_, xml) => {
    expect(() => newsIn(xml)).toThrow()
  })

  it('is of the same letter where paper goes by the number of its dispatch', () => {
    const onPaper = status('Afsendt').replaceAll('MessageUUID', 'AfsendelseIdentifikator')
    expect(newsIn(envelope(onPaper))).toEqual({ messageId, status: 'posted', why: null, at })
  })

  it('is answered as the distributor wants to hear it', () => {
    expect(taken()).toContain('<StatusKode>20</StatusKode>')
  })
})
