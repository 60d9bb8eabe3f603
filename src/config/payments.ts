import {
    type PaymentGateway,
    PaymentsPlugin,
    paypalGateway,
    sandboxGateway,
    stripeGateway,
} from '@efi/payments-plugin';
import type { Type } from '@vendure/core';
import type { Env } from '../env';

/** Payments by the providers whose settings are there. */
export function paymentsPlugin(env: Env): Type<PaymentsPlugin> {
    return PaymentsPlugin.init({
        gateways: [...sandbox(env), ...stripe(env), ...paypal(env)],
        returnOrigins: [new URL(env.STOREFRONT_URL).origin],
    });
}

function sandbox(env: Env): PaymentGateway[] {
    if (!env.SANDBOX_PROVIDER_URL) {
        return [];
    }
    const gateway = sandboxGateway({
        url: env.SANDBOX_PROVIDER_URL,
        publicUrl: env.SANDBOX_PUBLIC_URL,
        apiKey: env.SANDBOX_API_KEY,
        webhookSecret: env.SANDBOX_WEBHOOK_SECRET,
    });
    return [gateway];
}

function stripe({
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_MULTICAPTURE: multicapture,
    STRIPE_API_URL: apiUrl,
}: Env): PaymentGateway[] {
    return secretKey && publishableKey && webhookSecret
        ? [
              stripeGateway({
                  secretKey,
                  publishableKey,
                  webhookSecret,
                  multicapture,
                  ...(apiUrl ? { apiUrl } : {}),
              }),
          ]
        : [];
}

function paypal({
    PAYPAL_CLIENT_ID: clientId,
    PAYPAL_CLIENT_SECRET: clientSecret,
    PAYPAL_WEBHOOK_ID: webhookId,
    PAYPAL_API_URL: apiUrl,
}: Env): PaymentGateway[] {
    return clientId && clientSecret && webhookId
        ? [paypalGateway({ clientId, clientSecret, webhookId, ...(apiUrl ? { apiUrl } : {}) })]
        : [];
}
