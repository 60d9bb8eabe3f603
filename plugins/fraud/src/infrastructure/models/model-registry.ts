import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { EfiFraudModel } from '../entities/fraud-settings.entities';

const MOST_SHOWN = 20;

/** Trained models and their cards. */
@Injectable()
export class ModelRegistry {
    constructor(private readonly connection: TransactionalConnection) {}

    /** The newest first, without their numbers. */
    all(ctx: RequestContext): Promise<EfiFraudModel[]> {
        return this.connection.getRepository(ctx, EfiFraudModel).find({
            select: ['id', 'createdAt', 'state', 'reason', 'card'],
            order: { id: 'DESC' },
            take: MOST_SHOWN,
        });
    }
}
