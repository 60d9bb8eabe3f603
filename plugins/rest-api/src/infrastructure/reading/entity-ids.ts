import { Injectable } from '@nestjs/common';
import { ConfigService, type ID } from '@vendure/core';

const LARGEST_INTEGER = 2 ** 31 - 1;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Ids as callers see them, by the strategy that GraphQL follows too. */
@Injectable()
export class EntityIds {
    constructor(private readonly config: ConfigService) {}

    encode(id: ID): string {
        return String(this.strategy.encodeId(id));
    }

    /** @returns nothing for text that can't be one: PostgreSQL would throw at it. */
    decode(text: string): ID | undefined {
        const id = this.strategy.decodeId(text) as ID;
        const isOne =
            this.strategy.primaryKeyType === 'uuid'
                ? UUID.test(String(id))
                : Number.isInteger(id) && Number(id) > 0 && Number(id) <= LARGEST_INTEGER;
        return isOne ? id : undefined;
    }

    private get strategy() {
        const strategy = this.config.entityOptions.entityIdStrategy ?? this.config.entityIdStrategy;
        if (!strategy) {
            throw new Error('Vendure has no entityIdStrategy');
        }
        return strategy;
    }
}
