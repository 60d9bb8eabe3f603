import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventBus, type ID, Logger, ProcessContext, TransactionalConnection } from '@vendure/core';
import type { Subscription } from 'rxjs';
import type { Policy } from '../../domain/policy';
import { FRAUD_OPTIONS, type ResolvedFraudOptions } from '../../fraud.options';
import { FraudPolicySetEvent } from '../events/fraud-events';
import { loggerCtx } from '../logger-context';

const READ_AGAIN_AFTER_MS = 10_000;

/** The newest policy of each channel. */
export const READ_POLICIES = `SELECT DISTINCT ON ("channelId") "channelId", policy
      FROM efi_fraud_policy ORDER BY "channelId", id DESC`;

/**
 * How channels decide, kept in memory for payments that can't wait for the database. Read anew when one is set in this
 * process, with each payment that is scored, and every ten seconds for what is set in others.
 */
@Injectable()
export class PoliciesInForce implements OnApplicationBootstrap, OnModuleDestroy {
    private readonly known = new Map<number, Partial<Policy>>();
    private reading = Promise.resolve();
    private timer?: NodeJS.Timeout;
    private changes?: Subscription;

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly processContext: ProcessContext,
        @Inject(FRAUD_OPTIONS) private readonly options: ResolvedFraudOptions,
    ) {}

    async onApplicationBootstrap(): Promise<void> {
        if (!this.processContext.isServer) {
            return;
        }
        this.changes = this.events.ofType(FraudPolicySetEvent).subscribe(() => void this.read());
        this.timer = setInterval(() => void this.read(), READ_AGAIN_AFTER_MS).unref();
        await this.read();
    }

    async onModuleDestroy(): Promise<void> {
        clearInterval(this.timer);
        this.changes?.unsubscribe();
        await this.reading;
    }

    /** As last read, at once. */
    of(channelId: ID): Policy {
        return { ...this.options.policy, ...this.known.get(Number(channelId)) };
    }

    /** @param policy - As read just now; `null` when the channel has none. @returns how the channel decides. */
    keep(channelId: ID, policy: Partial<Policy> | null): Policy {
        if (policy) {
            this.known.set(Number(channelId), policy);
        }
        return this.of(channelId);
    }

    /** One after the other, so that what is read last is the newest. What can't be read stays as it was. */
    private read(): Promise<void> {
        this.reading = this.reading.then(async () => {
            try {
                const rows =
                    await this.connection.rawConnection.query<
                        Array<{ channelId: number; policy: Partial<Policy> }>
                    >(READ_POLICIES);
                rows.forEach(({ channelId, policy }) => this.keep(channelId, policy));
            } catch (error) {
                Logger.warn(`Payments without a score go by earlier policies: ${String(error)}`, loggerCtx);
            }
        });
        return this.reading;
    }
}
