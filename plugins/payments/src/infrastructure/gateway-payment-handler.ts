import { type Injector, LanguageCode, type PaymentMethod, PaymentMethodHandler } from '@vendure/core';
import type { ConfigArgs, ConfigArgValues } from '@vendure/core/dist/common/configurable-operation';
import type { GatewayMethodSettings } from './gateway-method-settings';
import { GatewayPayments } from './gateway-payments.service';

const args = {
    gateways: {
        type: 'string' as const,
        list: true as const,
        required: true,
        label: [{ languageCode: LanguageCode.en, value: 'Gateways' }],
        description: [
            {
                languageCode: LanguageCode.en,
                value: 'Names of the payment gateways, in the order in which they are tried.',
            },
        ],
    },
    captureMode: {
        type: 'string' as const,
        required: true,
        defaultValue: 'automatic',
        label: [{ languageCode: LanguageCode.en, value: 'Capture' }],
        ui: {
            component: 'select-form-input',
            options: [
                {
                    value: 'automatic',
                    label: [{ languageCode: LanguageCode.en, value: 'Once the order has the payment' }],
                },
                {
                    value: 'manual',
                    label: [{ languageCode: LanguageCode.en, value: 'When somebody asks for it' }],
                },
            ],
        },
    },
} satisfies ConfigArgs;

function toSettings(values: ConfigArgValues<typeof args>): GatewayMethodSettings {
    return {
        gateways: values.gateways,
        captureMode: values.captureMode === 'manual' ? 'manual' : 'automatic',
    };
}

let payments: GatewayPayments;

class GatewayPaymentHandler extends PaymentMethodHandler<typeof args> {
    /** The settings of a payment method that uses this handler. */
    settingsOf(method: PaymentMethod): GatewayMethodSettings {
        return toSettings(this.argsArrayToHash(method.handler.args));
    }
}

/** Vendure's payment method handler for all gateways. */
export const gatewayPaymentHandler = new GatewayPaymentHandler({
    code: 'efi-gateway',
    description: [{ languageCode: LanguageCode.en, value: 'Payment gateway' }],
    args,
    init(injector: Injector) {
        payments = injector.get(GatewayPayments);
    },
    createPayment: (ctx, order, amount, values, metadata, method) =>
        payments.create(ctx, order, amount, { method, settings: toSettings(values), metadata }),
    settlePayment: (ctx, _order, payment) => payments.settle(ctx, payment),
    cancelPayment: (ctx, _order, payment) => payments.cancel(ctx, payment),
    createRefund: (ctx, _input, amount, _order, payment) => payments.refund(ctx, payment, amount),
});
