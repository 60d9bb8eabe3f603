import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuthenticatedSession, type ID, TransactionalConnection, type User } from '@vendure/core';
import type { EntitySubscriberInterface, InsertEvent } from 'typeorm';

/**
 * Tells which session a sign-in has just made. Vendure's `LoginEvent` names the account only, as the same object that
 * it saved the session with.
 */
@Injectable()
export class NewSessions implements OnModuleInit, EntitySubscriberInterface<AuthenticatedSession> {
    private readonly byUser = new WeakMap<User, ID>();

    constructor(private readonly connection: TransactionalConnection) {}

    onModuleInit(): void {
        this.connection.rawConnection.subscribers.push(this);
    }

    listenTo() {
        return AuthenticatedSession;
    }

    afterInsert({ entity }: InsertEvent<AuthenticatedSession>): void {
        this.byUser.set(entity.user, entity.id);
    }

    of(user: User): ID | undefined {
        return this.byUser.get(user);
    }
}
