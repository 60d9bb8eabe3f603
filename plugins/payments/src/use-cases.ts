import type { Provider } from '@nestjs/common';
import { AskProvider } from './application/ask-provider';
import { AuthorisePayment } from './application/authorise-payment';
import { CapturePart } from './application/capture-part';
import { FinishPayment } from './application/finish-payment';
import { PayOrder } from './application/pay-order';
import { GatewayRegistry } from './application/ports/gateway-registry.port';
import { IntentStore } from './application/ports/intent-store.port';
import { OrderPayments } from './application/ports/order-payments.port';
import { PaymentCustomers } from './application/ports/payment-customers.port';
import { ProviderCalls } from './application/ports/provider-calls.port';
import { Screening } from './application/ports/screening.port';
import { PaymentReviews } from './application/ports/payment-reviews.port';
import { ReconciliationBooks } from './application/ports/reconciliation-books.port';
import { WebhookLog } from './application/ports/webhook-log.port';
import { ReceiveWebhook } from './application/receive-webhook';
import { ReconcileGateway } from './application/reconcile-gateway';
import { ReturnPayment } from './application/return-payment';
import { ReviewPayment } from './application/review-payment';
import { RunOperation } from './application/run-operation';
import { SavedMethods } from './application/saved-methods';

const provider = [IntentStore, GatewayRegistry, ProviderCalls] as const;

/** The use cases know nothing of Nest: here they get what they need. */
export const useCases: Provider[] = [
    useCase(SavedMethods, [PaymentCustomers, ProviderCalls]),
    useCase(AuthorisePayment, [...provider, SavedMethods, Screening]),
    useCase(AskProvider, [...provider, OrderPayments]),
    useCase(RunOperation, provider),
    useCase(CapturePart, [GatewayRegistry, RunOperation, OrderPayments, Screening]),
    useCase(ReturnPayment, [IntentStore, RunOperation, OrderPayments]),
    useCase(PayOrder, [IntentStore, AuthorisePayment, AskProvider, RunOperation, ReturnPayment]),
    useCase(FinishPayment, [IntentStore, AskProvider, RunOperation, ReturnPayment, OrderPayments]),
    useCase(ReceiveWebhook, [GatewayRegistry, ProviderCalls, IntentStore, WebhookLog, FinishPayment]),
    useCase(ReconcileGateway, [
        GatewayRegistry,
        ProviderCalls,
        IntentStore,
        ReconciliationBooks,
        FinishPayment,
    ]),
    useCase(ReviewPayment, [IntentStore, PaymentReviews, FinishPayment]),
];

type Token<T> = abstract new (...args: never[]) => T;

function useCase<T, Dependencies extends readonly unknown[]>(
    UseCase: new (...dependencies: Dependencies) => T,
    inject: Readonly<{ [K in keyof Dependencies]: Token<Dependencies[K]> }>,
): Provider {
    return {
        provide: UseCase,
        inject: [...inject],
        useFactory: (...dependencies: Dependencies) => new UseCase(...dependencies),
    };
}
