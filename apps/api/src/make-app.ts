import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger'
import { AppModule, type Surroundings } from './app.module.js'
import { uiCors } from './codec/ui-cors.js'
import { PREFIX } from './controllers.js'
import { jsonOnly } from './http/json-only.js'
import { requestLog } from './http/request-log.js'
import { securityHeaders } from './http/security-headers.js'
import { nestLogger } from './nest-logger.js'
import { DOCUMENT } from './tokens.js'

/** A document of 2 MB in base64, and what stands around it. */
const LARGEST_BODY = '3mb'

/** Of a message from a system outside. */
const LARGEST_CALLBACK = '64kb'

/** The API, ready to listen. */
export async function makeApp(surroundings: Surroundings): Promise<NestExpressApplication> {
  // An error at the start is the caller's to report.
  const options = Object.assign(new NestApplicationContextOptions(), {
    logger: nestLogger(surroundings.log),
    bodyParser: false,
    abortOnError: false,
  })
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(surroundings), options)
  app.setGlobalPrefix(PREFIX)
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(requestLog(surroundings))
  app.use(securityHeaders)
  app.use(`/${PREFIX}/codec`, uiCors(surroundings.config.TEMPORAL_UI_URL))
  app.use(jsonOnly)
  app.useBodyParser('json', { limit: LARGEST_BODY })
  app.useBodyParser('text', { limit: LARGEST_CALLBACK, type: ['application/xml', 'text/xml'] })
  SwaggerModule.setup('docs', app, app.get<OpenAPIObject>(DOCUMENT), {
    useGlobalPrefix: true,
    raw: false,
    customSiteTitle: 'Brobygger API',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true, validatorUrl: null },
  })
  return app
}
