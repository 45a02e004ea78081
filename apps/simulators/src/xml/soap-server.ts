import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createServerless, type IServices } from 'soap'
import type { Incoming } from '../http/incoming.js'
import type { Outgoing } from '../http/outgoing.js'

/** Answers requests in SOAP, by the description in a file. */
export type SoapAnswers = (request: Incoming) => Promise<Outgoing>

/** A fault that a service says in its own words. */
export class SoapFault extends Error {
  readonly Fault: object

  constructor(code: string, text: string) {
    super(text)
    const detail = { ErrorList: { Error: { ErrorCode: code, ErrorText: text } } }
    this.Fault = { faultcode: 'soap:Server', faultstring: text, detail }
  }
}

/** The same in SOAP 1.2. */
export class Soap12Fault extends Error {
  readonly Fault: object

  constructor(text: string) {
    super(text)
    this.Fault = { Code: { Value: 'soap:Receiver' }, Reason: { Text: text } }
  }
}

export async function soapAnswers(
  wsdlFile: string,
  path: string,
  services: IServices,
  { isSoap12 = false }: { isSoap12?: boolean } = {},
): Promise<SoapAnswers> {
  const server = await createServerless({
    path,
    services,
    xml: await readFile(wsdlFile, 'utf8'),
    uri: join(dirname(wsdlFile), basename(wsdlFile)),
    suppressStack: true,
    forceSoap12Headers: isSoap12,
  })
  const type = isSoap12 ? 'application/soap+xml; charset=utf-8' : 'text/xml; charset=utf-8'
  return async ({ text, header }) => {
    const action = header('soapaction')
    const { statusCode, body } = await server.processRequest(text, {
      url: path,
      headers: {
        'content-type': type,
        ...(action === undefined ? {} : { soapaction: action }),
      },
    })
    return { status: statusCode, type, text: body }
  }
}
