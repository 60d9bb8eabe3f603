import { Injectable, type OnModuleInit } from '@nestjs/common';
import { metrics } from '@efi/plugin-kit';
import { type Job, type JobQueue, JobQueueService } from '@vendure/core';
import { GatewayRegistry } from '../../application/ports/gateway-registry.port';
import type { ReconciliationFigures } from '../../application/ports/reconciliation-books.port';
import { ReconcileGateway } from '../../application/reconcile-gateway';

/** What to reconcile; all gateways, and what is due, by default. Times in ISO 8601. */
export interface ReconciliationRequest {
    gateway?: string;
    period?: { from: string; to: string };
}

/** Reconciles in the worker, with its progress in the job. */
@Injectable()
export class ReconciliationQueue implements OnModuleInit {
    private queue: JobQueue<ReconciliationRequest> | undefined;

    constructor(
        private readonly jobQueueService: JobQueueService,
        private readonly gateways: GatewayRegistry,
        private readonly reconcileGateway: ReconcileGateway,
    ) {}

    async onModuleInit(): Promise<void> {
        this.queue = await this.jobQueueService.createQueue<ReconciliationRequest>({
            name: 'efi-payment-reconciliation',
            process: job => this.process(job),
        });
    }

    /** @throws Error when there is no such gateway. */
    async add(request: ReconciliationRequest = {}): Promise<Job<ReconciliationRequest>> {
        if (!this.queue) {
            throw new Error('Reconciliations can be asked for once the application has started.');
        }
        if (request.gateway !== undefined) {
            this.gateways.get(request.gateway);
        }
        return this.queue.add(request);
    }

    /** A provider that is down does not keep the others from being compared. */
    private async process(job: Job<ReconciliationRequest>): Promise<Record<string, ReconciliationFigures>> {
        const { gateway, period } = job.data;
        const names = gateway === undefined ? this.gateways.all().map(({ name }) => name) : [gateway];
        const span = period && { from: new Date(period.from), to: new Date(period.to) };
        const results: Record<string, ReconciliationFigures> = {};
        const failures: string[] = [];
        for (const [index, name] of names.entries()) {
            const onProgress = (done: number) =>
                job.setProgress(Math.round((100 * (index + done)) / names.length));
            try {
                results[name] = await this.reconcileGateway.run(name, new Date(), span, onProgress);
                measure(name, results[name]);
            } catch (error) {
                failures.push(error instanceof Error ? error.message : String(error));
            }
        }
        if (failures.length > 0) {
            throw new Error(failures.join('\n'));
        }
        return results;
    }
}

function measure(gateway: string, { discrepancies }: ReconciliationFigures): void {
    metrics()
        .gauge('efi_payment_discrepancies', 'What the last complete reconciliation left for a person', [
            'gateway',
        ])
        .set(discrepancies, { gateway });
    metrics()
        .gauge('efi_payment_reconciled_timestamp_seconds', 'When the last complete reconciliation ended', [
            'gateway',
        ])
        .set(Date.now() / 1000, { gateway });
}
