import { All, Controller, Req, Res, UseFilters } from '@nestjs/common';
import { Allow, Ctx, Permission, type RequestContext } from '@vendure/core';
import type { Request, Response } from 'express';
import { ProblemFilter } from './problem.filter';
import { REST_PATH } from './shell/rest-path';
import { RestShell } from './shell/rest-shell';
import { sendAnswer } from './shell/send-answer';

/**
 * All of `/api/v1`. Vendure's guard makes the context, with session and channel; who may call what is decided by the
 * route, in the shell.
 */
@Controller(REST_PATH)
@UseFilters(ProblemFilter)
export class RestController {
    constructor(private readonly shell: RestShell) {}

    @All(['', '*path'])
    @Allow(Permission.Public)
    async answer(
        @Ctx() ctx: RequestContext,
        @Req() request: Request,
        @Res() response: Response,
    ): Promise<void> {
        sendAnswer(request, response, await this.shell.answer(ctx, request));
    }
}
