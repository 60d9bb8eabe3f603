import { RedisCacheStrategy } from '@vendure/core';

/** Vendure's cache in Redis. Closing it works while Redis is away, too: there is nothing to say goodbye to. */
export class SharedCacheStrategy extends RedisCacheStrategy {
    override async destroy(): Promise<void> {
        await super.destroy().catch(() => undefined);
    }
}
