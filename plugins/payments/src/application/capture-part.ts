import type { RequestContext } from '@vendure/core';
import { balancesOf } from '../domain/balances';
import type { IntentRecord } from '../domain/intent-record';
import type { GatewayRegistry } from './ports/gateway-registry.port';
import type { GatewayCapabilities } from './ports/payment-gateway.port';
import type { OrderPayments } from './ports/order-payments.port';
import type { Screening } from './ports/screening.port';
import type { RunOperation } from './run-operation';

export type CapturePartResult =
    /** After an `orderError` the resolver lets the order know; the money is taken all the same. */
    | { readonly status: 'captured'; readonly orderError?: Error }
    | { readonly status: 'refused'; readonly reason: string }
    /** It will be found out, and captured if it was not. */
    | { readonly status: 'unknown' };

/** Takes a part of the held money, e.g. for what was shipped, and lets go of the rest if that was the last part. */
export class CapturePart {
    constructor(
        private readonly gateways: GatewayRegistry,
        private readonly operations: RunOperation,
        private readonly orders: OrderPayments,
        private readonly screening: Screening,
    ) {}

    /** @param amount - Minor units of the intent's currency. */
    async run(
        ctx: RequestContext,
        { intent, ledger }: IntentRecord,
        amount: number,
        isLast: boolean,
    ): Promise<CapturePartResult> {
        const { capturable, captured } = balancesOf(ledger);
        const final = isLast || amount === capturable;
        const { capabilities } = this.gateways.get(intent.gateway);
        const reason =
            reasonAgainst(capabilities, { isPartial: amount !== capturable, final, captured }) ??
            (await this.screening.reasonAgainstCapture(ctx, intent));
        if (reason !== undefined) {
            return { status: 'refused', reason };
        }
        const result = await this.operations.run(intent.id, { kind: 'capture', amount, final });
        if (result.status !== 'succeeded') {
            return result.status === 'unknown' ? { status: 'unknown' } : result;
        }
        return { status: 'captured', orderError: await this.tryToSettle(result.record, ctx) };
    }

    private async tryToSettle(captured: IntentRecord, ctx: RequestContext): Promise<Error | undefined> {
        try {
            await this.orders.settle(captured, ctx);
            return undefined;
        } catch (error) {
            return error instanceof Error ? error : new Error(String(error));
        }
    }
}

function reasonAgainst(
    capabilities: GatewayCapabilities,
    capture: { readonly isPartial: boolean; readonly final: boolean; readonly captured: number },
): string | undefined {
    const { isPartial, final, captured } = capture;
    if (isPartial && !capabilities.partialCapture) {
        return 'The gateway can only capture all of the held money at once.';
    }
    if ((!final || captured > 0) && !capabilities.multipleCapture) {
        return 'The gateway captures once, and lets go of the rest: this has to be the last capture.';
    }
    return undefined;
}
