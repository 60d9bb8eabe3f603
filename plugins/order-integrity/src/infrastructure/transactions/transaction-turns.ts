import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { I18nService, TransactionalConnection } from '@vendure/core';
import { TransactionWrapper } from '@vendure/core/dist/connection/transaction-wrapper';
import { serverBusyMessages } from '../../messages/server-busy-messages';
import { ORDER_INTEGRITY_OPTIONS, type ResolvedOrderIntegrityOptions } from '../../order-integrity.options';
import { queueTransactions } from './queue-transactions';

/** Puts the queue before Vendure's transactions, and tells those who waited too long. */
@Injectable()
export class TransactionTurns implements OnModuleInit, OnApplicationBootstrap {
    constructor(
        private readonly wrapper: TransactionWrapper,
        private readonly connection: TransactionalConnection,
        private readonly i18n: I18nService,
        @Inject(ORDER_INTEGRITY_OPTIONS) private readonly options: ResolvedOrderIntegrityOptions,
    ) {}

    onModuleInit(): void {
        const { maxTransactions, maxWaitingTransactions, transactionWaitSeconds } = this.options;
        queueTransactions(this.wrapper, this.connection.rawConnection, {
            limit: maxTransactions,
            maxWaiting: maxWaitingTransactions,
            waitMs: transactionWaitSeconds * 1_000,
        });
    }

    onApplicationBootstrap(): void {
        for (const [language, messages] of Object.entries(serverBusyMessages)) {
            this.i18n.addTranslation(language, { message: messages });
        }
    }
}
