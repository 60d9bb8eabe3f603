import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { metrics } from '@efi/plugin-kit';
import { type Job, type JobQueue, JobQueueService } from '@vendure/core';
import { type ResolvedShopCacheOptions, SHOP_CACHE_OPTIONS } from '../../shop-cache.options';
import { SIGNATURE_HEADER, signatureOf } from './signature';

interface Revalidation {
    url: string;
    tags: string[];
}

const REVALIDATION_QUEUE = 'efi-storefront-revalidation';

/** After these the storefront goes by the life that it gives its entries. */
const RETRIES = 3;
const TIMEOUT = 10_000;

/** Tells storefronts, each in a job of its own: one that is away keeps no other from hearing. */
@Injectable()
export class RevalidationQueue implements OnModuleInit {
    private queue?: JobQueue<Revalidation>;

    constructor(
        private readonly jobQueueService: JobQueueService,
        @Inject(SHOP_CACHE_OPTIONS) private readonly options: ResolvedShopCacheOptions,
    ) {}

    async onModuleInit(): Promise<void> {
        if (this.options.revalidation) {
            this.queue = await this.jobQueueService.createQueue<Revalidation>({
                name: REVALIDATION_QUEUE,
                process: job => this.send(job),
            });
        }
    }

    async add(tags: readonly string[]): Promise<void> {
        for (const url of this.options.revalidation?.urls ?? []) {
            await this.queue?.add({ url, tags: [...tags] }, { retries: RETRIES });
        }
    }

    /** Signed anew for each attempt, since old signatures are refused. */
    private async send({ data: { url, tags } }: Job<Revalidation>): Promise<void> {
        const body = JSON.stringify({ tags });
        const secret = this.options.revalidation?.secret ?? '';
        try {
            const response = await fetch(url, {
                method: 'POST',
                headers: {
                    'content-type': 'application/json',
                    [SIGNATURE_HEADER]: signatureOf(secret, Math.floor(Date.now() / 1000), body),
                },
                body,
                redirect: 'error',
                signal: AbortSignal.timeout(TIMEOUT),
            });
            await response.body?.cancel();
            if (!response.ok) {
                throw new Error(`${url} answered ${response.status}`);
            }
            count('told');
        } catch (error) {
            count('failed');
            throw error;
        }
    }
}

function count(outcome: 'told' | 'failed'): void {
    metrics()
        .counter('efi_storefront_revalidations_total', 'Attempts to tell a storefront of changes', [
            'outcome',
        ])
        .increment({ outcome });
}
