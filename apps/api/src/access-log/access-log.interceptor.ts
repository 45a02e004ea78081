import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { concatMap, type Observable } from 'rxjs'
import type { HttpRequest } from '../http/exchange.js'
import { AccessRecorder } from './access-recorder.js'

/** Holds every answer until the access log has it. The outermost interceptor: it sees what really leaves. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(private readonly recorder: AccessRecorder) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<HttpRequest>()
    return next.handle().pipe(
      concatMap(async answer => {
        await this.recorder.answered(request, answer)
        return answer
      }),
    )
  }
}
