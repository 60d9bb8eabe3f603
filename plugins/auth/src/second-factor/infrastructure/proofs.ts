import { Inject, Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { MoreThan } from 'typeorm';
import { SECOND_FACTOR_SETTINGS, type SecondFactorSettings } from '../second-factor.options';
import { EfiAuthSecondFactorProof } from './proof.entity';

/** Which sessions have shown a second factor lately. */
@Injectable()
export class Proofs {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(SECOND_FACTOR_SETTINGS) private readonly settings: SecondFactorSettings | undefined,
    ) {}

    async note(ctx: RequestContext, sessionId: ID): Promise<void> {
        await this.connection
            .getRepository(ctx, EfiAuthSecondFactorProof)
            .upsert({ sessionId, provenAt: new Date() }, ['sessionId']);
    }

    async isFresh(ctx: RequestContext): Promise<boolean> {
        const since = new Date(Date.now() - (this.settings?.freshFor ?? 0));
        return (
            ctx.session !== undefined &&
            (await this.connection
                .getRepository(ctx, EfiAuthSecondFactorProof)
                .existsBy({ sessionId: ctx.session.id, provenAt: MoreThan(since) }))
        );
    }
}
