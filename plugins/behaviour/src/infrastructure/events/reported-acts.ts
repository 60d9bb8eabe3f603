import { Inject, Injectable } from '@nestjs/common';
import type { BehaviourAct } from '@efi/plugin-kit';
import type { RequestContext } from '@vendure/core';
import { isbot } from 'isbot';
import { BEHAVIOUR_OPTIONS, type ResolvedBehaviourOptions } from '../../behaviour.options';
import { VisitRate } from '../../domain/visit-rate';
import { visitOf } from '../visit';
import { ActRecorder } from './act-recorder';
import { countDropped } from './dropped';

/** Acts that clients report, and could invent: those of machines and those beyond the rate are left out. */
@Injectable()
export class ReportedActs {
    private readonly rateOfVisits: VisitRate;
    private readonly rateOfAll: VisitRate;

    constructor(
        private readonly recorder: ActRecorder,
        @Inject(BEHAVIOUR_OPTIONS) options: ResolvedBehaviourOptions,
    ) {
        this.rateOfVisits = new VisitRate(options.actsPerMinute);
        this.rateOfAll = new VisitRate(options.totalActsPerMinute);
    }

    /** @returns How many of the acts were taken. */
    take(ctx: RequestContext, acts: readonly BehaviourAct[]): number {
        if (isbot(ctx.req?.headers['user-agent'])) {
            countDropped('bot', acts.length);
            return 0;
        }
        const now = Date.now();
        const visit = visitOf(ctx) ?? ctx.req?.ip ?? '';
        const allowed = this.rateOfAll.take('', this.rateOfVisits.take(visit, acts.length, now), now);
        countDropped('rate', acts.length - allowed);
        this.recorder.record(ctx, acts.slice(0, allowed));
        return allowed;
    }
}
