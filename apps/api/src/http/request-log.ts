import { Histogram, type Logger, type Registry } from '@brobygger/telemetry'
import type { HttpRequest, HttpResponse, Next } from './exchange.js'

/**
 * One line and one measurement a request: method, path, status and milliseconds. Paths hold ids only; queries, bodies
 * and headers stay out. Metrics are labelled with the route's template, never with an id.
 */
export function requestLog({ log, registry }: { log: Logger; registry: Registry }) {
  const duration = new Histogram({
    name: 'brobygger_http_request_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return (request: HttpRequest, response: HttpResponse, next: Next): void => {
    const start = performance.now()
    const { method, path } = request
    response.on('finish', () => {
      const status = response.statusCode
      const milliseconds = performance.now() - start
      const route = request.route?.path
      duration.observe({ method, route: route ?? 'none', status: String(status) }, milliseconds / 1000)
      // An address without a route may hold anything, so it is not repeated.
      log.info(
        { method, path: route === undefined ? undefined : path, status, ms: Math.round(milliseconds) },
        'request',
      )
    })
    next()
  }
}
