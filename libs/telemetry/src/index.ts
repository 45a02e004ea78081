export { logger, type Logger, type LoggerOptions } from './logger.js'
export { Counter, Gauge, Histogram, metrics, type Registry } from './metrics.js'
export { serveMetrics, type MetricsServer } from './serve-metrics.js'
export { temporalLogger } from './temporal-logger.js'
