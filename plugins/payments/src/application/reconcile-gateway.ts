import type { IntentRecord } from '../domain/intent-record';
import {
    byDay,
    compareBooks,
    type Discrepancy,
    keyOf,
    nextPeriod,
    type Period,
    type ProviderLine,
} from '../domain/reconciliation';
import { isUuid } from '../domain/uuid';
import type { FinishPayment } from './finish-payment';
import type { GatewayRegistry } from './ports/gateway-registry.port';
import type { IntentStore } from './ports/intent-store.port';
import type { PaymentGateway, ProviderPayment } from './ports/payment-gateway.port';
import type { ProviderCalls } from './ports/provider-calls.port';
import type { ReconciliationBooks, ReconciliationFigures } from './ports/reconciliation-books.port';

/**
 * Compares the ledger with a provider's own books. What the provider has and the ledger lacks is booked, if it belongs
 * to an intent; all else that is not alike is left for a person.
 */
export class ReconcileGateway {
    constructor(
        private readonly gateways: GatewayRegistry,
        private readonly calls: ProviderCalls,
        private readonly store: IntentStore,
        private readonly books: ReconciliationBooks,
        private readonly finish: FinishPayment,
    ) {}

    /**
     * @param period - By default what no complete run has looked at yet, and some more; see {@link nextPeriod}.
     * @param onProgress - Told how much is done, from 0 to 1.
     * @throws Error when the provider can't be asked, or the database fails. The report then says so.
     */
    async run(
        gatewayName: string,
        now: Date,
        period?: Period,
        onProgress: (done: number) => void = () => undefined,
    ): Promise<ReconciliationFigures> {
        const gateway = this.gateways.get(gatewayName);
        const history = await this.books.history(gatewayName);
        const whole = period ?? nextPeriod(now, history.lastEnd, history.oldestOpen);
        const id = await this.books.begin(gatewayName, whole);
        try {
            const days = byDay(whole);
            let figures: ReconciliationFigures = { movements: 0, repaired: 0, discrepancies: 0 };
            for (const [index, day] of days.entries()) {
                figures = sum(figures, await this.reconcileDay(id, gateway, day));
                onProgress((index + 1) / days.length);
            }
            await this.books.complete(id, figures);
            return figures;
        } catch (error) {
            await this.books.fail(id, error instanceof Error ? error.message : String(error));
            throw error;
        }
    }

    private async reconcileDay(
        reconciliationId: string,
        gateway: PaymentGateway,
        day: Period,
    ): Promise<ReconciliationFigures> {
        const listed = await this.calls.run(gateway.name, 'list', async call => {
            const lines: ProviderLine[] = [];
            for await (const line of gateway.listMovements(day.from, day.to, call)) {
                lines.push(line);
            }
            return lines;
        });
        const found = compareBooks(listed, await this.books.ledger(gateway.name, day, listed));
        const left: Discrepancy[] = [];
        let repaired = 0;
        for (const discrepancy of found) {
            const verdict = await this.lookInto(gateway, discrepancy);
            if (verdict === 'repaired') {
                repaired++;
            } else if (verdict !== 'right') {
                left.push(verdict);
            }
        }
        await this.books.note(reconciliationId, gateway.name, day, left);
        return { movements: listed.length, repaired, discrepancies: left.length };
    }

    private lookInto(
        gateway: PaymentGateway,
        discrepancy: Discrepancy,
    ): Promise<Discrepancy | 'repaired' | 'right'> {
        switch (discrepancy.kind) {
            case 'missing-here':
                return this.book(gateway, discrepancy);
            case 'missing-there':
                return this.askAgain(gateway, discrepancy);
            case 'differs':
                return Promise.resolve(discrepancy);
        }
    }

    /** A webhook that got lost, say: brings the intent to where the provider has it. */
    private async book(gateway: PaymentGateway, discrepancy: Discrepancy): Promise<Discrepancy | 'repaired'> {
        const record = await this.findRecord(gateway, discrepancy);
        if (!record) {
            return { ...discrepancy, intentId: undefined };
        }
        const intentId = record.intent.id;
        if (hasBooked(record, discrepancy)) {
            return 'repaired';
        }
        const payment = await this.findPayment(gateway, record, discrepancy.paymentReference);
        if (payment) {
            const after = await this.store.applyProviderPayment(intentId, payment, 'reconciliation');
            await this.finish.run(intentId);
            if (hasBooked(after, discrepancy)) {
                return 'repaired';
            }
        }
        return { ...discrepancy, intentId };
    }

    /** A list may lag behind, or put a movement at another moment than the payment itself does. */
    private async askAgain(
        gateway: PaymentGateway,
        discrepancy: Discrepancy,
    ): Promise<Discrepancy | 'right'> {
        const record = await this.findRecord(gateway, discrepancy);
        const payment = record && (await this.findPayment(gateway, record, undefined));
        const movement = payment?.movements.find(
            ({ kind, providerReference }) =>
                kind === discrepancy.movementKind && providerReference === discrepancy.providerReference,
        );
        const isRight =
            movement?.money.amount === discrepancy.here?.amount &&
            movement?.money.currency === discrepancy.here?.currency;
        return isRight ? 'right' : { ...discrepancy, there: movement?.money };
    }

    private async findRecord(
        gateway: PaymentGateway,
        { intentId, paymentReference }: Discrepancy,
    ): Promise<IntentRecord | undefined> {
        const byId = intentId !== undefined && isUuid(intentId) ? await this.store.find(intentId) : undefined;
        if (byId?.intent.gateway === gateway.name) {
            return byId;
        }
        return paymentReference === undefined
            ? undefined
            : this.store.findByReference(gateway.name, paymentReference);
    }

    private findPayment(
        gateway: PaymentGateway,
        { intent }: IntentRecord,
        paymentReference: string | undefined,
    ): Promise<ProviderPayment | undefined> {
        const providerReference = paymentReference ?? intent.providerReference;
        return this.calls.run(gateway.name, 'read', call =>
            gateway.findPayment({ intentId: intent.id, providerReference }, call),
        );
    }
}

function hasBooked({ ledger }: IntentRecord, { movementKind, providerReference }: Discrepancy): boolean {
    const key = keyOf({ kind: movementKind, providerReference });
    return ledger.some(entry => keyOf(entry) === key);
}

function sum(a: ReconciliationFigures, b: ReconciliationFigures): ReconciliationFigures {
    return {
        movements: a.movements + b.movements,
        repaired: a.repaired + b.repaired,
        discrepancies: a.discrepancies + b.discrepancies,
    };
}
