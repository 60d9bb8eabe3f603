import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, RequestContext } from '@vendure/core';
import { GatewayRegistry } from '../application/ports/gateway-registry.port';
import { GatewayHealthService } from '../infrastructure/gateway-health.service';
import { PaymentRecordsService } from '../infrastructure/payment-records.service';
import { readPayments } from './permissions';

/** `EfiPaymentGateway` of the Admin API. */
interface GatewayView {
    readonly name: string;
    readonly flow: string;
    readonly canCaptureLater: boolean;
    readonly canCapturePartially: boolean;
    readonly canCaptureRepeatedly: boolean;
    readonly canRefundPartially: boolean;
    readonly circuit: string;
    readonly calls: number;
    readonly failures: number;
    readonly successRate?: number;
    readonly averageDuration?: number;
    readonly lastError?: string;
    readonly lastErrorAt?: Date;
    readonly unsettled: number;
}

@Resolver()
export class GatewayAdminResolver {
    constructor(
        private readonly gateways: GatewayRegistry,
        private readonly health: GatewayHealthService,
        private readonly records: PaymentRecordsService,
    ) {}

    @Query()
    @Allow(readPayments.Permission)
    async efiPaymentGateways(@Ctx() ctx: RequestContext): Promise<GatewayView[]> {
        const [health, unsettled] = await Promise.all([this.health.read(), this.records.unsettled(ctx)]);
        return this.gateways.all().map(({ name, flow, capabilities }) => {
            const observed = health.find(({ gateway }) => gateway === name);
            const { calls = 0, failures = 0 } = observed ?? {};
            return {
                name,
                flow,
                canCaptureLater: capabilities.manualCapture,
                canCapturePartially: capabilities.partialCapture,
                canCaptureRepeatedly: capabilities.multipleCapture,
                canRefundPartially: capabilities.partialRefund,
                circuit: observed?.circuit ?? 'closed',
                calls,
                failures,
                successRate: calls > 0 ? (calls - failures) / calls : undefined,
                averageDuration: calls > 0 ? observed?.averageMs : undefined,
                lastError: observed?.lastError,
                lastErrorAt: observed?.lastErrorAt,
                unsettled: unsettled.get(name) ?? 0,
            };
        });
    }
}
