import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { map, type Observable } from 'rxjs'
import type { HttpResponse } from './exchange.js'

/** An answer that says more than its body: another status, or headers. */
export class Reply<T = unknown> {
  constructor(
    readonly body: T,
    readonly status: number,
    readonly headers: Readonly<Record<string, string | string[]>> = {},
  ) {}

  /** The same answer with more headers. */
  with(headers: Readonly<Record<string, string | string[]>>): Reply<T> {
    return new Reply(this.body, this.status, { ...this.headers, ...headers })
  }
}

/** Lets a handler return a `Reply`. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      map(answer => {
        if (!isReply(answer)) return answer
        const { body, status, headers } = answer
        context.switchToHttp().getResponse<HttpResponse>().status(status).set(headers)
        return body
      }),
    )
  }
}

const isReply = (answer: unknown): answer is Reply => answer instanceof Reply
