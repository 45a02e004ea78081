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

export async function soapAnswers(wsdlFile: string, path: string, services: IServices): Promise<SoapAnswers> {
  const server = await createServerless({
    path,
    services,
    xml: await readFile(wsdlFile, 'utf8'),
    uri: join(dirname(wsdlFile), basename(wsdlFile)),
    suppressStack: true,
  })
  return async ({ text, header }) => {
    const action = header('soapaction')
    const { statusCode, body } = await server.processRequest(text, {
      url: path,
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        ...(action === undefined ? {} : { soapaction: action }),
      },
    })
    return { status: statusCode, type: 'text/xml; charset=utf-8', text: body }
  }
}
